/** When surveys are considered: starts what their `trigger` asks for, and knows what waits. */
import { listen } from '../browser/listen.ts';
import { toMs } from '../core/duration.ts';
import { isMatchAll } from '../core/rules/matches.ts';
import type { Properties, Subject, Survey } from '../schema/index.ts';
import { afterLoad, LOAD_DELAY_MS } from './afterLoad.ts';
import { type Moment, rulesOf } from './moment.ts';
import { onClick } from './onClick.ts';
import { onExitIntent } from './onExitIntent.ts';
import { onIdle } from './onIdle.ts';
import { onScroll } from './onScroll.ts';
import { createWaitingMoments } from './waitingMoments.ts';

export interface TriggerOptions {
  /** Valid ones. */
  surveys: readonly Survey[];
  /** Milliseconds since 1970. */
  now: () => number;
  /** Whether what waits may be written into the tab's own storage. Asked each time. */
  mayPersist: () => boolean;
  /** A moment has come, its delay is over, and it is not too old. */
  onMoment: (moment: Moment) => void;
  /** What was tracked makes an end of moments of this survey, wherever else one may wait. */
  onCancel: (surveyId: string) => void;
  report: (message: string, cause: unknown) => void;
}

export interface Triggers {
  track(
    name: string,
    details?: { readonly subject?: Subject | undefined; readonly properties?: Properties | undefined },
  ): void;
  /** Says when the next waiting moment of a survey will come, milliseconds since 1970. */
  pending(surveyId: string): number | undefined;
  /** Begins again with what comes once per page: for an address that changed without a load. What waits goes on waiting. */
  renew(): void;
  /** Looks into the tab's storage again, and keeps there what waits: after `mayPersist` changed its mind. */
  takeUp(): void;
  /** Makes an end of all that waits: somebody logged out. */
  clear(): void;
  /** What waits stays in the tab's storage for the next page. */
  stop(): void;
}

/** Starts listening for the moments of all surveys. What waited when the page before was left is taken up. */
export const startTriggers = (options: TriggerOptions): Triggers => {
  const { surveys, now, mayPersist, onMoment, onCancel, report } = options;
  const waiting = createWaitingMoments(surveys, now, mayPersist, onMoment);
  let stops: (() => void)[] = [];

  const come = (survey: Survey, cause: string, more?: Partial<Moment>) => {
    const moment = { survey, cause, at: now(), ...more };
    const { delay } = rulesOf(survey);
    if (delay) waiting.add(moment, toMs(delay));
    else onMoment(moment);
  };

  /** Starts what a survey waits for on this page. */
  const start = (survey: Survey): (() => void) | undefined => {
    const { event, scroll, exit, idle, click, delay } = rulesOf(survey);
    // One that waits since the page before is the same moment, as a survey has one cause: its delay does not begin again.
    const once = (cause: string) => () => {
      if (!waiting.of(survey.id)[0]) come(survey, cause);
    };
    if (event || survey.trigger === 'manual') return undefined;
    if (scroll) return onScroll(scroll, once(`scroll ${scroll}`));
    if (exit) return onExitIntent(once('exit'));
    if (idle) return onIdle(toMs(idle), once('idle'));
    if (click) {
      const anchored = survey.presentation === 'anchored';
      return onClick(click, (element) =>
        // After a delay somebody is elsewhere by then.
        come(survey, 'click', { ...(!delay && { takeFocus: true }), ...(anchored && { anchor: element }) }),
      );
    }
    return delay ? afterLoad(0, once('delay')) : afterLoad(LOAD_DELAY_MS, once('load'));
  };

  const stopAll = () => {
    for (const stop of stops) stop();
    stops = [];
  };
  const renew = () => {
    stopAll();
    for (const survey of surveys) {
      try {
        const stop = start(survey);
        if (stop) stops.push(stop);
      } catch (cause) {
        report(`Survey ${survey.id}: ${cause}`, cause);
      }
    }
  };

  waiting.takeUp();
  renew();
  // A page that was put aside whole comes back with timers of then; the pages in between went on with what waited.
  const stopListening = listen(['pageshow'], (event) => (event as PageTransitionEvent).persisted && waiting.takeUp());

  return {
    track(name, { subject, properties } = {}) {
      for (const survey of surveys) {
        const { event, where, cancelOn } = rulesOf(survey);
        if (cancelOn?.includes(name)) {
          waiting.cancel(survey.id);
          onCancel(survey.id);
        }
        // Copied: the page may go on with its own.
        if (event === name && isMatchAll(where, properties))
          come(survey, `event ${name}`, {
            subject: subject && { ...subject },
            properties: properties && { ...properties },
          });
      }
    },
    pending(surveyId) {
      const dues = waiting.of(surveyId).map(({ due }) => due);
      return dues.sort((one, other) => one - other)[0];
    },
    renew,
    takeUp: waiting.takeUp,
    clear() {
      for (const { id } of surveys) waiting.cancel(id);
    },
    stop() {
      stopListening();
      stopAll();
      waiting.stop();
    },
  };
};
