import type { Instrument } from '../schema/instruments.ts';

export type { Instrument, Polarity, Segment, Variant } from '../schema/instruments.ts';

/** Whole-number scale, both ends included. */
export type Scale = Omit<Instrument, 'variant'>;

/** Answers per score: `counts[i]` people chose `min + i`, so the length is `max - min + 1`. */
export type ScoreCounts = readonly number[];

/** Answers counted for one instrument. */
export type Tally = { readonly instrument: Instrument; readonly counts: ScoreCounts };
