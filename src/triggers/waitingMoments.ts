/**
 * The delayed triggers: triggers that have fired but whose delay has not ended. The tab stores them, so that a delay continues across
 * reloads and navigation. When storage is not allowed, they last only as long as the page.
 */
import { toMs } from '../core/duration.ts';
import { isExpired } from '../core/rules/isExpired.ts';
import { type KeptMoment, keepMoments, takeMoments } from '../memory/keptMoments.ts';
import type { Survey } from '../schema/index.ts';
import { LONGEST_MS } from './afterLoad.ts';
import { toDueAgain } from './dueAgain.ts';
import { type Moment, rulesOf } from './moment.ts';
import { whenLoaded } from './whenLoaded.ts';

/**
 * The maximum number of delayed triggers for one survey. It protects against a page that tracks events in a loop. The first ones are kept.
 */
const MAX_PER_SURVEY = 20;

interface Waiting {
  readonly moment: Moment;
  /** When the delay ends, in milliseconds since 1970. */
  readonly due: number;
  /** True when the tab has stored this delayed trigger. */
  isKept: boolean;
  stop?: () => void;
}

export interface WaitingMomentsOptions {
  readonly surveys: readonly Survey[];
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  /** Returns true when the tab may store data now. */
  readonly mayPersist: () => boolean;
  /** Called when a delay has ended and the moment has not expired. */
  readonly onMoment: (moment: Moment) => void;
}

export interface WaitingMoments {
  of(surveyId: string): readonly Waiting[];
  add(moment: Moment, delayMs: number): void;
  /** Reads the delayed triggers from the tab's storage again, because other pages of the tab may have added or cancelled some. */
  takeUp(): void;
  /** Cancels all delayed triggers of a survey. */
  cancel(surveyId: string): void;
  /** Stops the timers. The delayed triggers stored in the tab stay for the next page. */
  stop(): void;
}

const toKept = ({ moment: { cause, at, subject, properties }, due }: Waiting): KeptMoment => ({
  cause,
  at,
  due,
  subject,
  properties,
});

export const createWaitingMoments = ({ surveys, now, mayPersist, onMoment }: WaitingMomentsOptions): WaitingMoments => {
  const waiting = new Set<Waiting>();
  const of = (id: string) => [...waiting].filter(({ moment }) => moment.survey.id === id);
  const remove = (each: Waiting) => {
    each.stop?.();
    waiting.delete(each);
  };
  const keep = (id: string) => {
    const mine = of(id);
    const isKept = mayPersist() && keepMoments(id, mine.map(toKept));
    for (const each of mine) each.isKept = isKept;
  };
  const wait = (each: Waiting) => {
    const { moment, due } = each;
    const { survey, at } = moment;
    if (of(survey.id).length >= MAX_PER_SURVEY) return;
    waiting.add(each);
    const come = () => {
      if (!waiting.delete(each)) return;
      keep(survey.id);
      if (!isExpired(survey, at, now())) onMoment(moment);
    };
    // The delay counts from the moment. It does not start again when the page has loaded.
    const timer = setTimeout(whenLoaded, Math.min(due - now(), LONGEST_MS), come);
    each.stop = () => clearTimeout(timer);
  };
  const takeUpSurvey = (survey: Survey) => {
    const { id } = survey;
    const may = mayPersist();
    const time = now();
    const mine = of(id);
    mine.forEach(remove);
    for (const { cause, at, due, subject, properties } of may ? takeMoments(id) : []) {
      // After the device's clock was set back, the time of a moment must not be in the future.
      const moment = { survey, cause, at: Math.min(at, time), subject, properties };
      wait({ moment, due: toDueAgain(due, time, toMs(rulesOf(survey).delay ?? '0ms')), isKept: true });
    }
    for (const each of mine) if (!may || !each.isKept) wait(each);
    keep(id);
  };
  return {
    of,
    add(moment, delayMs) {
      wait({ moment, due: moment.at + delayMs, isKept: false });
      keep(moment.survey.id);
    },
    takeUp: () => surveys.forEach(takeUpSurvey),
    cancel(id) {
      of(id).forEach(remove);
      keep(id);
    },
    stop: () => waiting.forEach(remove),
  };
};
