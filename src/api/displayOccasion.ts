import type { Occasion } from '../core/rules/gatekeeper.ts';
import type { Context } from '../schema/index.ts';
import type { ShowOptions } from './options.ts';
import type { Place } from './present.ts';

/** What a survey is shown for, and how. */
export interface DisplayOccasion extends ShowOptions, Omit<Occasion, 'subject'> {
  /** Keeps the prompt beside its anchor. */
  place?: Place | undefined;
  /** The score that a link chose. */
  prefill?: number | undefined;
  /** Continues the response that an earlier page of this tab left; without one, nothing is shown. */
  resume?: boolean | undefined;
  /** The respondent's place in the survey's sample. @default everybody is asked */
  sampling?: { readonly rate: number; readonly bucket: number } | undefined;
  /** The variant that was drawn. @default the survey as it is written */
  experiment?: Context['experiment'];
}
