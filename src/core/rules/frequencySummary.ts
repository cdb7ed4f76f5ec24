/** What the display records of one survey and one respondent add up to. */
import type { Mark } from '../events.ts';
import type { SurveyTags } from './tags.ts';

export type { Mark };

/** How often in a row something happened, and when it last did, in milliseconds since 1970. */
export interface Counted {
  readonly count: number;
  readonly at: number;
}
export type Marks = { readonly [mark in Mark]?: Counted | undefined };

export interface FrequencySummary {
  readonly tags: SurveyTags;
  readonly marks: Marks;
  /** The same by subject key; the subject that was touched last is last. */
  readonly subjects: ReadonlyMap<string, Marks>;
  /** The respondent chose "Don't ask again". */
  readonly never: boolean;
}
