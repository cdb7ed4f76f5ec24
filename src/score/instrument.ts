import type { Instrument } from '../schema/instruments.ts';

export type { Instrument, Polarity, Segment, Variant } from '../schema/instruments.ts';

/** A scale of whole numbers; `min` and `max` are valid scores. */
export type Scale = Omit<Instrument, 'variant'>;

/** The number of answers for each score: `counts[i]` respondents chose `min + i`, so the length is `max - min + 1`. */
export type ScoreCounts = readonly number[];

/** The answer counts of one instrument. */
export type Tally = { readonly instrument: Instrument; readonly counts: ScoreCounts };
