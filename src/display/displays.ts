/** Shows surveys, one at a time, and posts what happens. Fetched when a prompt is due, or when earlier pages left events behind. */
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { NotShownReason, ShowResult } from '../api/options.ts';
import { whenFree } from '../browser/holdLock.ts';
import { LEASE } from '../browser/leaseKey.ts';
import { listen } from '../browser/listen.ts';
import { toNormalSurvey } from '../core/session/normalSurvey.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { english } from '../locales/english.ts';
import { isLinkUsed } from '../memory/begunResponse.ts';
import { toLastOutcome } from '../memory/records.ts';
import { toRecordsKey } from '../memory/recordsKey.ts';
import type { DismissReason, Survey } from '../schema/index.ts';
import type { DisplayEnvironment, Displays } from './environment.ts';
import { createRecorder } from './recorder.ts';
import { createResponse } from './response.ts';
import { takeTurn } from './takeTurn.ts';
import { isUntouched, type Turn } from './turn.ts';

/** A survey that waits until another prompt is gone. */
interface Waiting {
  readonly survey: Survey;
  start(): void;
  cancel(): void;
}

const toResult = (...reasons: NotShownReason[]): ShowResult => ({ shown: !reasons[0], reasons });

export const createDisplays = (environment: DisplayEnvironment): Displays => {
  const { store, state, decide, broken } = environment;
  if (broken[0]) void environment.explain();
  let locale = environment.words ?? english;
  const delivery = createDelivery(environment);
  let waiting: Waiting[] = [];
  /** The prompt that is open, or that is on its way. */
  let current: Turn | undefined;
  /** Folded tabs, by survey. */
  const tabs = new Map<string, Turn>();
  const all = (): Turn[] => [...(current ? [current] : []), ...tabs.values()];

  const next = () => {
    if (current) return;
    waiting.sort((one, other) => (other.survey.priority ?? 0) - (one.survey.priority ?? 0));
    waiting.shift()?.start();
  };
  const end = (turn: Turn) => {
    turn.release?.();
    turn.release = undefined;
    if (current === turn) current = undefined;
    else if (turn.aside) tabs.delete(turn.survey.id);
  };
  const finish = (turn: Turn) => {
    end(turn);
    next();
  };
  /** Takes a survey back, or its prompt from the page. */
  const closeTurn = (turn: Turn, reason: DismissReason) => {
    if (turn.display) return turn.display.close(reason);
    turn.life.abort();
    finish(turn);
  };
  const wait = (survey: Survey, occasion: DisplayOccasion): Promise<ShowResult> =>
    new Promise((resolve) => {
      const start = () => resolve(show(survey, occasion, true));
      waiting.push({ survey, start, cancel: () => resolve(toResult('cancelled')) });
    });

  const show: Displays['show'] = async (survey, occasion, patient) => {
    // A link was used: the same page, loaded again, does not ask again.
    if (occasion.prefill !== undefined && isLinkUsed(store, survey.id)) return toResult('not_due');
    const aside = survey.presentation === 'tab' && !occasion.anchor;
    if (aside ? tabs.has(survey.id) : current) {
      return patient && !aside ? wait(survey, occasion) : toResult('turn');
    }
    const turn: Turn = { survey, occasion, aside, life: new AbortController() };
    if (aside) tabs.set(survey.id, turn);
    else current = turn;
    const reasons = await takeTurn(environment, turn, {
      locale: () => locale,
      deliver: delivery.add,
      onClose: () => finish(turn),
    });
    if (!reasons[0]) return toResult();
    if (patient && reasons[0] === 'tab') {
      end(turn);
      void whenFree().then(next);
      return wait(survey, occasion);
    }
    finish(turn);
    return toResult(...reasons);
  };

  const close = () => {
    for (const { cancel } of waiting.splice(0)) cancel();
    for (const turn of all()) closeTurn(turn, 'api');
  };

  /** Closes a prompt that another tab has had answered or refused, unless somebody has begun to answer it here. */
  const followOtherTab = (key: string | null, text: string | null) => {
    for (const turn of all()) {
      const { survey, occasion, display } = turn;
      const isNews = key === toRecordsKey(state.respondent, survey.id) && toLastOutcome(text) !== 'displayed';
      if (isNews && display && isUntouched(turn) && decide(survey, occasion).open !== true) closeTurn(turn, 'expired');
    }
  };
  const stopListening = listen(['storage', 'pagehide'], (event) => {
    // A page that holds a lock is not kept for the way back.
    if (event.type === 'pagehide') return current?.release?.();
    const { key, newValue } = event as StorageEvent;
    if (key === LEASE) next();
    followOtherTab(key, newValue);
  });

  return {
    show,
    obey: delivery.obey,
    speak(words) {
      locale = words ?? english;
      for (const { display } of all()) display?.session.speak(locale);
    },
    current: () => current?.display && current.survey.id,
    holds: () => !!current?.release,
    leave(isGone) {
      for (const turn of all()) if (isUntouched(turn) && isGone(turn.survey)) closeTurn(turn, 'route_change');
    },
    cancel(surveyId) {
      const isMine = ({ survey }: Pick<Waiting, 'survey'>) => survey.id === surveyId;
      for (const { cancel } of waiting.filter(isMine)) cancel();
      waiting = waiting.filter((each) => !isMine(each));
      if (current && !current.display && isMine(current)) closeTurn(current, 'api');
    },
    decide(survey, decision) {
      const response = createResponse(environment, survey, {});
      createRecorder(environment, toNormalSurvey(survey), {}, response, delivery.add)(decision);
    },
    flush: delivery.flush,
    clear() {
      close();
      delivery.clear();
    },
    stop() {
      close();
      stopListening();
      delivery.stop();
    },
  };
};
