import type { Instrument, Segment } from './instrument.ts';

// Runs in the browser with every answer: imports nothing, checks nothing. A score is checked before it gets here.

/**
 * Names the segment of a score; `null` for `rating`, which has none. Expects `min <= score <= max`.
 *
 * NPS: 9–10 promoter, 7–8 passive, 0–6 detractor (Reichheld 2003). CSAT and CES: the good side of the middle point, the
 * middle point, the other side; on 1–5 that is CSAT's 4–5 satisfied, 3 neutral, 1–2 dissatisfied.
 */
export function segmentOf({ variant, min, max, polarity }: Instrument, score: number): Segment | null {
  if (variant === 'rating') return null;
  if (variant === 'nps') return score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor';
  // Twice the distance from the middle point, which keeps it a whole number.
  const distance = 2 * score - min - max;
  if (distance === 0) return 'neutral';
  const isGood = distance > 0 === (polarity === 'higher_is_better');
  if (variant === 'csat') return isGood ? 'satisfied' : 'dissatisfied';
  return isGood ? 'easy' : 'difficult';
}
