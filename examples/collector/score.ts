import {
  differenceOfNps,
  differenceOfProportions,
  displayPolicy,
  type Instrument,
  type ScoreReport,
  scoreOf,
} from '../../src/score/index.ts';
import type { Scored } from './report.ts';

type Counted = { readonly score: number; readonly answers: number };

/** Maximum number of points of a scale. A malicious event with a huge scale must not allocate a huge array. */
const MAX_POINTS = 101;

/** Returns why answers to an instrument cannot be scored, or `null` when they can. */
export const toScoringProblem = (instrument: Instrument): string | null => {
  if (!(instrument.max - instrument.min < MAX_POINTS)) return `Expected a scale of at most ${MAX_POINTS} points`;
  try {
    scoreOf(instrument, new Array<number>(instrument.max - instrument.min + 1).fill(0));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Computes the score of counted answers. Call `toScoringProblem` first to check the instrument. Answers outside its scale are ignored. */
export const toScoreReport = (instrument: Instrument, rows: readonly Counted[]): ScoreReport => {
  const counts = new Array<number>(instrument.max - instrument.min + 1).fill(0);
  for (const { score, answers } of rows) {
    const index = score - instrument.min;
    if (Number.isInteger(index) && index >= 0 && index < counts.length) counts[index] = (counts[index] ?? 0) + answers;
  }
  return scoreOf(instrument, counts);
};

/** Returns the score of a report, or `null` when there are too few answers. */
export const toScored = (report: ScoreReport): Scored => {
  const policy = displayPolicy(report.n);
  return { n: report.n, policy, score: policy === 'none' || policy === 'counts' ? null : report.score };
};

const ENOUGH_FOR_DIFFERENCES = 30;

/** Compares a group's score with all other answers. Returns `null` when the difference may be due to chance or answers are too few. */
export const compareWithRest = (part: ScoreReport, all: ScoreReport): 'higher' | 'lower' | null => {
  if (part.n < ENOUGH_FOR_DIFFERENCES || all.n - part.n < ENOUGH_FOR_DIFFERENCES) return null;
  const difference = toDifference(part, all);
  if (!difference?.excludesZero) return null;
  return difference.estimate > 0 ? 'higher' : 'lower';
};

const toDifference = (part: ScoreReport, all: ScoreReport) => {
  const count = (report: ScoreReport, box: number) => report.boxes[box]?.count ?? 0;
  const rest = (box: number) => count(all, box) - count(part, box);
  switch (all.unit) {
    case 'points':
      return differenceOfNps(
        { promoters: count(part, 0), passives: count(part, 1), detractors: count(part, 2) },
        { promoters: rest(0), passives: rest(1), detractors: rest(2) },
      );
    case 'percent':
      return differenceOfProportions({ count: count(part, 0), n: part.n }, { count: rest(0), n: all.n - part.n });
    // The score library does not compute a difference of means.
    case 'scale':
    case 'share':
      return null;
    default: {
      const unknown: never = all.unit;
      return unknown;
    }
  }
};
