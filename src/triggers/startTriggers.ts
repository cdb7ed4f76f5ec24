/** The triggers of surveys: starts what each `trigger` asks for, and keeps the moments that wait for their delay. */
import { listen } from '../browser/listen.ts';
import { toMs } from '../core/duration.ts';
import { isMatchAll } from '../core/rules/matches.ts';
import type { Properties, Subject, Survey } from '../schema/index.ts';
import { afterLoad } from './afterLoad.ts';
import { type Moment, rulesOf } from './moment.ts';
import { onClick } from './onClick.ts';
import { onExitIntent } from './onExitIntent.ts';
import { onIdle } from './onIdle.ts';
import { onScroll } from './onScroll.ts';
import { createWaitingMoments } from './waitingMoments.ts';
import { LOAD_DELAY_MS } from './whenLoaded.ts';

export interface TriggerOptions {
  /** Valid ones. */
  readonly surveys: readonly Survey[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Returns whether the tab may keep moments that wait. It is called each time. */
  readonly mayPersist: () => boolean;
  /** A moment has come, its delay is over, and it is not too old. */
  readonly onMoment: (moment: Moment) => void;
  /** A tracked event ends the moments of this survey, wherever they wait. */
  readonly onCancel: (surveyId: string) => void;
  readonly report: (message: string, cause: unknown) => void;
}

export interface Triggers {
  track(
    name: string,
    details?: { readonly subject?: Subject | undefined; readonly properties?: Properties | undefined },
  ): void;
  /** Returns when the next waiting moment of a survey comes, milliseconds since 1970. */
  pending(surveyId: string): number | undefined;
  /** Starts again what comes once per page, for these surveys: at another address, the page is another one to them. Moments that wait go on waiting. */
  renew(surveys: readonly Survey[]): void;
  /** Reads the tab again and keeps there what waits: after consent has changed. */
  takeUp(): void;
  /** Ends every moment that waits: the respondent logged out. */
  clear(): void;
  /** Stops listening. The tab keeps what waits for the next page. */
  stop(): void;
}

/** Starts listening for the moments of all surveys, and continues those that the page before left. */
export const startTriggers = (options: TriggerOptions): Triggers => {
  const { surveys, now, mayPersist, onMoment, onCancel, report } = options;
  const waiting = createWaitingMoments({ surveys, now, mayPersist, onMoment });
  /** What stops listening for a survey. */
  const stops = new Map<Survey, () => void>();

  const come = (survey: Survey, cause: string, more?: Partial<Moment>) => {
    const moment = { survey, cause, at: now(), ...more };
    const { delay } = rulesOf(survey);
    if (delay) waiting.add(moment, toMs(delay));
    else onMoment(moment);
  };

  /** Starts listening for the moment of a survey on this page. */
  const start = (survey: Survey): (() => void) => {
    const { event, scroll, exit, idle, click, delay } = rulesOf(survey);
    // A moment that has waited since the page before is the same moment: a survey has one cause. Its delay does not start again.
    const once = (cause: string) => () => {
      if (!waiting.of(survey.id)[0]) come(survey, cause);
    };
    if (event || survey.trigger === 'manual') return () => {};
    if (scroll) return onScroll(scroll, once(`scroll ${scroll}`));
    if (exit) return onExitIntent(once('exit'));
    if (idle) return onIdle(toMs(idle), once('idle'));
    if (click) {
      const anchored = survey.presentation === 'anchored';
      return onClick(click, (element) =>
        // After a delay, the respondent is doing something else.
        come(survey, 'click', { ...(!delay && { takeFocus: true }), ...(anchored && { anchor: element }) }),
      );
    }
    return delay ? afterLoad(0, once('delay')) : afterLoad(LOAD_DELAY_MS, once('load'));
  };

  const renew = (affected: readonly Survey[]) => {
    for (const survey of affected) {
      stops.get(survey)?.();
      try {
        stops.set(survey, start(survey));
      } catch (cause) {
        report(`Survey ${survey.id}: ${cause}`, cause);
      }
    }
  };

  waiting.takeUp();
  renew(surveys);
  // A page from the back/forward cache has old timers; the pages in between continued what waited.
  const stopListening = listen(['pageshow'], (event) => (event as PageTransitionEvent).persisted && waiting.takeUp());

  return {
    track(name, { subject, properties } = {}) {
      for (const survey of surveys) {
        const { event, where, cancelOn } = rulesOf(survey);
        if (cancelOn?.includes(name)) {
          waiting.cancel(survey.id);
          onCancel(survey.id);
        }
        // Copied: the page may change its own objects later.
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
      for (const stop of stops.values()) stop();
      waiting.stop();
    },
  };
};
