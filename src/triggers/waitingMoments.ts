/**
 * The moments whose delay is not over. The tab keeps them, so that a delay continues across reloads and navigation. Where nothing may be
 * kept, they last as long as the page.
 */
import { toMs } from '../core/duration.ts';
import { isExpired } from '../core/rules/isExpired.ts';
import { type KeptMoment, keepMoments, takeMoments } from '../memory/keptMoments.ts';
import type { Survey } from '../schema/index.ts';
import { afterLoad } from './afterLoad.ts';
import { toDueAgain } from './dueAgain.ts';
import { type Moment, rulesOf } from './moment.ts';

/** A page that tracks in a loop has more for one survey: the first ones stay. */
const MAX_PER_SURVEY = 20;

interface Waiting {
  readonly moment: Moment;
  /** Milliseconds since 1970. */
  readonly due: number;
  /** The tab has it. */
  isKept: boolean;
  stop?: () => void;
}

export interface WaitingMomentsOptions {
  readonly surveys: readonly Survey[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Returns whether the tab may keep something now. */
  readonly mayPersist: () => boolean;
  /** A delay is over, and its moment is not too old. */
  readonly onMoment: (moment: Moment) => void;
}

export interface WaitingMoments {
  of(surveyId: string): readonly Waiting[];
  add(moment: Moment, delayMs: number): void;
  /** Replaces what it knows with what the tab has: meanwhile, other pages of the tab may have added or ended moments. */
  takeUp(): void;
  /** Ends all moments of a survey. */
  cancel(surveyId: string): void;
  /** Leaves to the next page what the tab has. */
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
    each.stop = afterLoad(due - now(), () => {
      remove(each);
      keep(survey.id);
      if (!isExpired(survey, at, now())) onMoment(moment);
    });
  };
  const takeUpSurvey = (survey: Survey) => {
    const { id } = survey;
    const may = mayPersist();
    const time = now();
    const mine = of(id);
    mine.forEach(remove);
    for (const { cause, at, due, subject, properties } of may ? takeMoments(id) : []) {
      // A clock that was set back does not leave a moment in the future.
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
