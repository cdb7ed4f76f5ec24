import type { Occasion } from '../core/rules/decision.ts';
import type { Context } from '../schema/index.ts';
import type { ShowOptions } from './options.ts';
import type { Place } from './present.ts';

/** The options of `show()` plus the internal facts of one display: sampling, variant and preselected score. */
export interface DisplayOccasion extends ShowOptions, Omit<Occasion, 'subject'> {
  /** Keeps the prompt next to its anchor element. */
  place?: Place | undefined;
  /** The score that a link in an email preselects. */
  prefill?: number | undefined;
  /** True to continue the response that an earlier page of this tab left unfinished. When there is no such response, no prompt appears. */
  resume?: boolean | undefined;
  /**
   * The sampling rate of the survey and the respondent's sampling bucket.
   * @default every respondent is asked
   */
  sampling?: { readonly rate: number; readonly bucket: number } | undefined;
  /**
   * The experiment variant that was drawn for the respondent.
   * @default the wording of the survey
   */
  experiment?: Context['experiment'];
}
