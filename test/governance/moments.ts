/** The moments of one tab according to the documentation: waiting, fired and cancelled ones. */
import type { Scheduler } from '../simulation/scheduler.ts';
import { type PlannedSurvey, type PlannedTrigger, toMs } from './oracle.ts';

export interface Moment {
  readonly survey: PlannedSurvey;
  readonly cause: string;
  /** The time when the trigger of the moment fired, by the device's clock. */
  readonly at: number;
  readonly subject?: string | undefined;
  readonly amount?: number | undefined;
}
export interface Come extends Moment {
  /** Milliseconds of virtual time. */
  readonly firedAt: number;
}
interface Waiting extends Moment {
  /** The end of the delay, by the device's clock. */
  readonly due: number;
  /** The end of the delay on this page in milliseconds of virtual time. Setting the clock does not change it. */
  dueHere: number;
  stop: () => void;
}

export const rulesOf = ({ trigger }: PlannedSurvey): PlannedTrigger => (typeof trigger === 'object' ? trigger : {});

export const createMoments = (scheduler: Scheduler, now: () => number, onCome: (moment: Come) => void) => {
  let waiting: Waiting[] = [];
  /** The moments that the tab stores while a page without consent does not read them. */
  let stored: Waiting[] = [];
  /** The triggers of this page that fire once and have not fired. */
  const page = new Map<PlannedSurvey, () => void>();
  let loaded = false;
  const come = (moment: Moment) => onCome({ ...moment, firedAt: scheduler.now() });
  const arm = (each: Waiting) => {
    each.stop();
    each.stop = scheduler.after(Math.max(0, each.dueHere - scheduler.now()), () => {
      waiting = waiting.filter((other) => other !== each);
      come(each);
    });
  };
  const add = (moment: Moment) => {
    const { delay } = rulesOf(moment.survey);
    if (!delay) return come(moment);
    const ms = toMs(delay);
    const each: Waiting = { ...moment, due: moment.at + ms, dueHere: scheduler.now() + ms, stop: () => {} };
    waiting.push(each);
    // No moment comes before the page has loaded.
    if (loaded) arm(each);
  };
  return {
    add,
    isWaiting: (survey: PlannedSurvey, cause?: string) =>
      waiting.some((each) => each.survey === survey && (!cause || each.cause === cause)),
    /** Starts the triggers that fire once per loaded page. At another address, a trigger that has not fired starts again. */
    start(survey: PlannedSurvey, loadedAt: number) {
      const { event, delay } = rulesOf(survey);
      if (event || survey.trigger === 'manual') return;
      const cause = delay ? 'delay' : 'load';
      const wait = loadedAt - scheduler.now() + (delay ? 0 : 1000);
      page.get(survey)?.();
      page.set(
        survey,
        scheduler.after(wait, () => {
          if (!waiting.some((each) => each.survey === survey && each.cause === cause))
            add({ survey, cause, at: now() });
        }),
      );
    },
    cancel(survey: PlannedSurvey) {
      for (const each of waiting) if (each.survey === survey) each.stop();
      waiting = waiting.filter((each) => each.survey !== survey);
    },
    /** Cancels all waiting moments after a logout. */
    clear() {
      for (const each of waiting) each.stop();
      waiting = [];
      stored = [];
    },
    /** Called when the page is left. `kept`: the tab stores the waiting moments. */
    leave(kept: boolean) {
      for (const stop of page.values()) stop();
      page.clear();
      loaded = false;
      for (const each of waiting) each.stop();
      if (kept) stored = [...stored, ...waiting];
      waiting = [];
    },
    /** Removes the stored moments, because consent is denied. */
    wipe() {
      stored = [];
    },
    /** Called when a page may read the stored moments. A clock that was set back does not make a delay longer. */
    takeUp() {
      for (const each of stored) {
        const left = Math.min(each.due - now(), toMs(rulesOf(each.survey).delay ?? '0s'));
        waiting.push({ ...each, at: Math.min(each.at, now()), dueHere: scheduler.now() + left });
      }
      stored = [];
      if (loaded) waiting.forEach(arm);
    },
    /** Called when the page has loaded and continues the waiting moments. */
    load() {
      loaded = true;
      waiting.forEach(arm);
    },
    size: () => waiting.length,
  };
};
export type Moments = ReturnType<typeof createMoments>;
