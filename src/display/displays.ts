/**
 * Shows surveys, one at a time, and posts their events. This code is fetched when a prompt is due or when earlier pages left undelivered
 * events.
 */
import type { NotShownReason, ShowResult } from '../api/options.ts';
import { whenFree } from '../browser/holdLock.ts';
import { LEASE } from '../browser/leaseKey.ts';
import { listen } from '../browser/listen.ts';
import { baseExtras } from '../core/session/baseExtras.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { english } from '../locales/english.ts';
import { isLinkUsed } from '../memory/begunResponse.ts';
import { toLastOutcome } from '../memory/records.ts';
import { toRecordsKey } from '../memory/recordsKey.ts';
import type { DismissReason } from '../schema/index.ts';
import type { Displays, FetchedParts } from './displayEnvironment.ts';
import { createRecorder } from './recorder.ts';
import { createResponse } from './response.ts';
import { takeTurn } from './takeTurn.ts';
import { toEnvironment } from './toEnvironment.ts';
import type { Turn } from './turn.ts';

const toResult = (reasons: readonly NotShownReason[]): ShowResult => ({ shown: !reasons[0], reasons });

const priorityOf = ({ survey }: Turn): number => survey.priority ?? 0;

export const createDisplays = (parts: FetchedParts): Displays => {
  const environment = toEnvironment(parts);
  const { store, state, findClosed, extras = baseExtras } = environment;
  let locale = environment.words ?? english;
  const delivery = createDelivery(environment);
  let turns: readonly Turn[] = [];
  /** The survey whose prompt is open or about to open. Other surveys wait until it has ended. */
  let active: Turn | undefined;

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
  const end = (turn: Turn) => {
    pause(turn);
    turns = turns.filter((each) => each !== turn);
    next();
  };
  const close = (turn: Turn, reason: DismissReason) => {
    if (turn.display) return turn.display.close(reason);
    turn.life.abort();
    turn.start?.();
    end(turn);
  };
  const closeAll = () => {
    for (const turn of turns) close(turn, 'api');
  };

  const show: Displays['show'] = async (survey, occasion, patient) => {
    // The respondent has completed the survey through a link in an email. Loading the same page again must not ask again.
    if (occasion.prefill !== undefined && isLinkUsed(store, survey.id)) return toResult(['not_due']);
    const aside = survey.presentation === 'tab' && !occasion.anchor;
    const isTaken = aside ? turns.some((turn) => turn.survey.id === survey.id) : active;
    if (isTaken && (aside || !patient)) return toResult(['turn']);
    const turn: Turn = { survey, occasion, aside, life: new AbortController() };
    turns = [...turns, turn];
    if (isTaken) await wait(turn);
    else if (!aside) active = turn;
    for (;;) {
      const reasons = await takeTurn(environment, turn, {
        locale: () => locale,
        deliver: delivery.add,
        onClose: () => end(turn),
      });
      if (!patient || reasons[0] !== 'tab') {
        if (reasons[0]) end(turn);
        return toResult(reasons);
      }
      pause(turn);
      whenFree().then(next, () => {});
      await wait(turn);
    }
  };

  /** Closes a prompt that the respondent answered or refused in another tab, unless the respondent has begun to answer it in this tab. */
  const followOtherTab = async (key: string | null, text: string | null) => {
    for (const turn of turns) {
      const { survey, occasion } = turn;
      if (key !== toRecordsKey(state.respondent, survey.id) || toLastOutcome(text) === 'displayed') continue;
      const [closed] = await findClosed(survey, occasion);
      if (closed && turn.display?.isUntouched()) close(turn, 'expired');
    }
  };
  const stopListening = listen(['storage', 'pagehide'], (event) => {
    const { key, newValue } = event as StorageEvent;
    // Releases the lock, because a page that holds one does not enter the back/forward cache. Chromium and WebKit decide after `pagehide`.
    // Firefox decides earlier, so it reloads a page that was left with an open prompt.
    if (event.type === 'pagehide') active?.release?.();
    else if (key === LEASE) next();
    else void followOtherTab(key, newValue);
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
      delivery.clear();
    },
    stop() {
      closeAll();
      stopListening();
      delivery.stop();
    },
  };
};
