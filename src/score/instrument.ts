/** Which end of a scale is the good one. */
export type Polarity = 'higher_is_better' | 'lower_is_better';

/** The questions this room can score. `rating` is any scale that is none of the others. */
export type Variant = 'nps' | 'csat' | 'ces2' | 'ease5' | 'ces1' | 'rating';

/** Whole-number scale, both ends included. */
export type Scale = { readonly min: number; readonly max: number; readonly polarity: Polarity };

/** What was asked, as far as arithmetic cares: answers are comparable only where all four fields agree. */
export type Instrument = Scale & { readonly variant: Variant };

export type Segment =
  | 'promoter'
  | 'passive'
  | 'detractor'
  | 'satisfied'
  | 'neutral'
  | 'dissatisfied'
  | 'easy'
  | 'difficult';

/** Answers per score: `counts[i]` people chose `min + i`, so the length is `max - min + 1`. */
export type ScoreCounts = readonly number[];

/** Answers counted for one instrument. */
export type Tally = { readonly instrument: Instrument; readonly counts: ScoreCounts };
