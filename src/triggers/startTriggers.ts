/** Starts the triggers of all surveys, and stores the triggers that have fired but whose delay has not ended. */
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
  /** The valid surveys of the definition. */
  readonly surveys: readonly Survey[];
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  /** Returns true when the tab may store delayed triggers. Called before each storage access. */
  readonly mayPersist: () => boolean;
  /** Called when a trigger has fired, its delay has ended, and the moment has not expired. */
  readonly onMoment: (moment: Moment) => void;
  /** Called when a tracked event cancels the survey's delayed triggers and prompts that wait to be shown. */
  readonly onCancel: (surveyId: string) => void;
  readonly report: (message: string, cause: unknown) => void;
}

export interface Triggers {
  track(
    name: string,
    details?: { readonly subject?: Subject | undefined; readonly properties?: Properties | undefined },
  ): void;
  /** Returns when the next delayed trigger of a survey is due, in milliseconds since 1970. */
  pending(surveyId: string): number | undefined;
  /** Restarts those triggers of the given surveys that fire once per page, because the URL has changed. Delayed triggers continue. */
  renew(surveys: readonly Survey[]): void;
  /** Reads the delayed triggers from the tab's storage again and stores them there, after the consent has changed. */
  takeUp(): void;
  /** Cancels all delayed triggers after a logout. */
  clear(): void;
  /** Removes all listeners. The delayed triggers stored in the tab stay for the next page. */
  stop(): void;
}

/** Starts the triggers of all surveys, and continues the delayed triggers of the previous page. */
export const startTriggers = (options: TriggerOptions): Triggers => {
  const { surveys, now, mayPersist, onMoment, onCancel, report } = options;
  const waiting = createWaitingMoments({ surveys, now, mayPersist, onMoment });
  /** The functions that stop the triggers, by survey. */
  const stops = new Map<Survey, () => void>();

  const come = (survey: Survey, cause: string, more?: Partial<Moment>) => {
    const moment = { survey, cause, at: now(), ...more };
    const { delay } = rulesOf(survey);
    if (delay) waiting.add(moment, toMs(delay));
    else onMoment(moment);
  };

  /** Starts the trigger of a survey on this page. */
  const start = (survey: Survey): (() => void) => {
    const { event, scroll, exit, idle, click, delay } = rulesOf(survey);
    // A delayed trigger of the previous page has the same cause, so its delay does not start again.
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
        // A click trigger with a delay does not move the focus, because the respondent is doing something else by then.
        come(survey, 'click', { takeFocus: !delay, anchor: anchored ? element : undefined }),
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
  // When a page returns from the back/forward cache, its timers are outdated: other pages may have continued the delayed triggers
  // meanwhile.
  const stopListening = listen(['pageshow'], (event) => (event as PageTransitionEvent).persisted && waiting.takeUp());

  return {
    track(name, { subject, properties } = {}) {
      for (const survey of surveys) {
        const { event, where, cancelOn } = rulesOf(survey);
        if (cancelOn?.includes(name)) {
          waiting.cancel(survey.id);
          onCancel(survey.id);
        }
        if (event === name && isMatchAll(where, properties)) come(survey, `event ${name}`, { subject, properties });
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
