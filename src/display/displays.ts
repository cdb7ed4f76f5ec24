/**
 * Shows surveys, one at a time, and posts their events. This code is fetched when a prompt is due or when earlier pages left undelivered
 * events.
 */
import type { NotShownReason, ShowResult } from '../api/options.ts';
import { whenFree } from '../browser/holdLock.ts';
import { LEASE } from '../browser/leaseKey.ts';
import { listen } from '../browser/listen.ts';
import { bare } from '../core/session/bare.ts';
import { baseExtras } from '../core/session/baseExtras.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { english } from '../locales/english.ts';
import { isLinkUsed } from '../memory/begunResponse.ts';
import { RECORDS } from '../memory/keys.ts';
import type { DismissReason } from '../schema/index.ts';
import type { Displays, FetchedParts } from './displayEnvironment.ts';
import { createRecorder } from './recorder.ts';
import { createResponse } from './response.ts';
import { takeTurn } from './takeTurn.ts';
import { toEnvironment } from './toEnvironment.ts';
import type { Turn } from './turn.ts';

/** How long the thanks keep other surveys away. In an app, a page may stay open for hours. */
const THANKS_MS = 10_000;

const toResult = (reasons: readonly NotShownReason[]): ShowResult => ({ shown: !reasons[0], reasons });

const priorityOf = ({ survey }: Turn): number => survey.priority ?? 0;

export const createDisplays = (parts: FetchedParts): Displays => {
  const environment = toEnvironment(parts);
  const { store, rare, extras = baseExtras } = environment;
  let locale = environment.words ?? english;
  const delivery = createDelivery(environment, rare.fetch);
  let turns: readonly Turn[] = [];
  /** The survey whose prompt is open or about to open. Other surveys wait until it has ended. */
  let active: Turn | undefined;
  let thanksTimer: ReturnType<typeof setTimeout> | undefined;

  const next = () => {
    if (active) return;
    const waiting = turns.filter(({ start }) => start);
    [active] = waiting.sort((one, other) => priorityOf(other) - priorityOf(one));
    active?.start?.();
  };
  const wait = (turn: Turn): Promise<void> =>
    new Promise((resolve) => {
      turn.start = () => {
        turn.start = undefined;
        resolve();
      };
    });
  /** Lets the next waiting survey start, in this tab and in other tabs. */
  const pause = (turn: Turn) => {
    turn.release?.();
    turn.release = undefined;
    if (active === turn) active = undefined;
  };
  /** Lets other surveys have their turn although the thanks are still on the page. */
  const passOn = (turn: Turn) => {
    pause(turn);
    next();
  };
  const end = (turn: Turn) => {
    turns = turns.filter((each) => each !== turn);
    passOn(turn);
  };
  const close = (turn: Turn, reason: DismissReason) => {
    if (turn.display) return turn.display.close(reason);
    turn.life.abort();
    turn.start?.();
    end(turn);
  };
  /** A survey that the respondent has completed: its thanks are still on the page. */
  const isDone = ({ display }: Turn) => display?.session.state().status === 'completed';
  /** Closes a prompt in favour of another one, which takes over its lock. */
  const replace = (old: Turn, turn: Turn, reason: DismissReason) => {
    turn.release ??= old.release;
    old.release = undefined;
    close(old, reason);
  };
  /** Removes thanks that the prompt of a turn would cover, or that stand in its place. */
  const clearThanks = (turn: Turn) => {
    for (const old of turns.filter(isDone)) {
      const isInTheWay = old.survey.presentation !== 'inline' || old.survey.id === turn.survey.id;
      if (isInTheWay) replace(old, turn, 'expired');
    }
  };
  const closeAll = () => {
    for (const turn of turns) close(turn, 'api');
  };

  const show: Displays['show'] = async (survey, occasion, patient) => {
    // The respondent has completed the survey through a link in an email. Loading the same page again must not ask again.
    if (occasion.prefill !== undefined && isLinkUsed(store, survey.id)) return toResult(['not_due']);
    const aside = survey.presentation === 'tab' && !occasion.anchor;
    // A survey that the page insists on replaces a prompt that nobody has touched.
    const replaced = occasion.force && active?.display?.isUntouched() ? active : undefined;
    const isTaken = aside
      ? turns.some((turn) => turn.survey.id === survey.id)
      : active && active !== replaced && !isDone(active);
    if (isTaken && (aside || !patient)) return toResult(['turn']);
    const turn: Turn = bare({ survey, occasion, aside, life: new AbortController() });
    turns = [...turns, turn];
    if (isTaken) await wait(turn);
    else if (!aside) active = turn;
    if (replaced && active === turn) replace(replaced, turn, 'replaced');
    for (;;) {
      clearThanks(turn);
      const reasons = await takeTurn(environment, turn, {
        locale: () => locale,
        deliver: delivery.add,
        onClose: () => end(turn),
      });
      if (!patient || reasons[0] !== 'tab') {
        if (reasons[0]) end(turn);
        turn.display?.session.subscribe(({ type }) => {
          if (type === 'completed') thanksTimer = setTimeout(passOn, THANKS_MS, turn);
        });
        return toResult(reasons);
      }
      pause(turn);
      whenFree().then(next, () => {});
      await wait(turn);
    }
  };

  const stopListening = listen(['storage', 'pagehide'], (event) => {
    const { key } = event as StorageEvent;
    // Releases the lock, because a page that holds one does not enter the back/forward cache. Chromium and WebKit decide after `pagehide`.
    // Firefox decides earlier, so it reloads a page that was left with an open prompt.
    if (event.type === 'pagehide') active?.release?.();
    else if (key === LEASE) next();
    else if (turns[0] && key?.startsWith(RECORDS)) {
      void rare.fetch().then((fetched) => fetched?.followOtherTab(event as StorageEvent, turns, environment));
    }
  });

  return {
    show,
    close,
    turns: () => turns,
    record(survey, decision) {
      const response = createResponse(environment, survey, {});
      createRecorder(environment, extras.toNormal(survey), {}, response, delivery.add)(decision);
    },
    obey: delivery.obey,
    speak(words) {
      locale = words ?? english;
      for (const { display } of turns) display?.session.speak(locale);
    },
    flush: delivery.flush,
    clear() {
      closeAll();
      delivery.anonymize();
    },
    stop() {
      closeAll();
      stopListening();
      clearTimeout(thanksTimer);
      delivery.stop();
    },
  };
};
