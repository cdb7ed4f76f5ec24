import { toSegment } from '../schema/instruments.ts';
import type { Instrument, Segment } from './instrument.ts';

/** Names the segment of a score as events do; `null` for `rating`, which has none. Expects `min <= score <= max`. */
export const segmentOf = (instrument: Instrument, score: number): Segment | null =>
  toSegment(score, instrument) ?? null;
