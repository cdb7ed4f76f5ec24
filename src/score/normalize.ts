import type { Scale } from './instrument.ts';

// Runs in the browser with every answer: imports nothing, checks nothing. A score is checked before it gets here.

/** Puts a score on 0–1 where 1 is the good end, whichever end of the scale that is. Expects `min <= score <= max`. */
export function normalize(score: number, { min, max, polarity }: Scale): number {
  return (polarity === 'higher_is_better' ? score - min : max - score) / (max - min);
}
