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

/** Longer scales are nobody's: a hostile one must not make an array of its length. */
const MAX_POINTS = 101;

/** Says why answers to this cannot be scored, `null` when they can. */
export const toScoringProblem = (instrument: Instrument): string | null => {
  if (!(instrument.max - instrument.min < MAX_POINTS)) return `Expected a scale of at most ${MAX_POINTS} points`;
  try {
    scoreOf(instrument, new Array<number>(instrument.max - instrument.min + 1).fill(0));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Scores counted answers. Expects an instrument without a problem; answers off its scale are left out. */
export const toScoreReport = (instrument: Instrument, rows: readonly Counted[]): ScoreReport => {
  const counts = new Array<number>(instrument.max - instrument.min + 1).fill(0);
  for (const { score, answers } of rows) {
    const index = score - instrument.min;
    if (Number.isInteger(index) && index >= 0 && index < counts.length) counts[index] = (counts[index] ?? 0) + answers;
  }
  return scoreOf(instrument, counts);
};

/** Shows of a report what its number of answers carries. */
export const toScored = (report: ScoreReport): Scored => {
  const policy = displayPolicy(report.n);
  return { n: report.n, policy, score: policy === 'none' || policy === 'counts' ? null : report.score };
};

const ENOUGH_FOR_DIFFERENCES = 30;

/** Says whether a part scores above or below the rest beyond chance; `null` when nobody can tell. */
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
    // The arithmetic has no difference of means yet.
    case 'scale':
    case 'share':
      return null;
    default: {
      const unknown: never = all.unit;
      return unknown;
    }
  }
};
