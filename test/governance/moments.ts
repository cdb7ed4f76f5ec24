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
  /** Milliseconds of virtual time. */
  readonly due: number;
  /** The remaining delay when the page has loaded. */
  left: number;
  stop: () => void;
}

export const rulesOf = ({ trigger }: PlannedSurvey): PlannedTrigger => (typeof trigger === 'object' ? trigger : {});

export const createMoments = (scheduler: Scheduler, onCome: (moment: Come) => void) => {
  let waiting: Waiting[] = [];
  let page: (() => void)[] = [];
  let loaded = false;
  const come = (moment: Moment) => onCome({ ...moment, firedAt: scheduler.now() });
  const arm = (each: Waiting) => {
    each.stop();
    each.stop = scheduler.after(each.left, () => {
      waiting = waiting.filter((other) => other !== each);
      come(each);
    });
  };
  const add = (moment: Moment) => {
    const { delay } = rulesOf(moment.survey);
    if (!delay) return come(moment);
    const left = toMs(delay);
    const each: Waiting = { ...moment, due: scheduler.now() + left, left, stop: () => {} };
    waiting.push(each);
    // The timers of a page start after it has loaded.
    if (loaded) arm(each);
  };
  return {
    add,
    isWaiting: (survey: PlannedSurvey, cause?: string) =>
      waiting.some((each) => each.survey === survey && (!cause || each.cause === cause)),
    /** Starts the triggers that fire once per loaded page. */
    start(survey: PlannedSurvey, loadedAt: number, now: () => number) {
      const { event, delay } = rulesOf(survey);
      if (event || survey.trigger === 'manual') return;
      const cause = delay ? 'delay' : 'load';
      const wait = loadedAt - scheduler.now() + (delay ? 0 : 1000);
      page.push(
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
    },
    /** Called when the page is left. `kept`: the tab stores the waiting moments. */
    leave(kept: boolean) {
      for (const stop of page) stop();
      page = [];
      loaded = false;
      for (const each of waiting) each.stop();
      if (!kept) waiting = [];
    },
    /** Called when another page opens. */
    begin() {
      for (const each of waiting) each.left = Math.max(0, each.due - scheduler.now());
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
