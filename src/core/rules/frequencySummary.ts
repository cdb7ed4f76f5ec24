/** The summary of one respondent's display records of one survey. */
import type { Mark } from './marks.ts';
import type { SurveyTags } from './tags.ts';

export type { Mark };

/** How often an outcome has occurred in a row, and when it last occurred, in milliseconds since 1970. */
export interface Counted {
  readonly count: number;
  readonly at: number;
}
export type Marks = { readonly [mark in Mark]?: Counted | undefined };

export interface FrequencySummary {
  readonly tags: SurveyTags;
  readonly marks: Marks;
  /** The outcome counts for each subject key. The most recent subject is last. */
  readonly subjects: ReadonlyMap<string, Marks>;
  /** True when the respondent chose "Don't ask again". */
  readonly never: boolean;
}
