import { toSegment } from '../schema/instruments.ts';
import type { Instrument, Segment } from './instrument.ts';

/** Returns the segment of a score, as events carry it. `null` for `rating`, which has no segments. Expects `min <= score <= max`. */
export const segmentOf = (instrument: Instrument, score: number): Segment | null =>
  toSegment(score, instrument) ?? null;
