import type { Occasion } from '../core/rules/gatekeeper.ts';
import type { Context } from '../schema/index.ts';
import type { ShowOptions } from './options.ts';
import type { Place } from './present.ts';

/** The options of `show()` with the internal facts of one display: sampling, variant, prefilled score. */
export interface DisplayOccasion extends ShowOptions, Omit<Occasion, 'subject'> {
  /** Keeps the prompt beside its anchor. */
  place?: Place | undefined;
  /** The score that a link preselects. */
  prefill?: number | undefined;
  /** Continues the response that an earlier page of this tab left unfinished. Without such a response, no prompt appears. */
  resume?: boolean | undefined;
  /** The sampling rate of the survey and the respondent's bucket. @default every respondent is asked */
  sampling?: { readonly rate: number; readonly bucket: number } | undefined;
  /** The variant of the experiment that was drawn. @default the wording of the survey */
  experiment?: Context['experiment'];
}
