import type { Context, Respondent } from '../schema/index.ts';
import type { Consent, ScoreletOptions } from './options.ts';

/**
 * The respondent, context and consent that the host page has set. The client replaces the fields of this object, so every module that holds
 * the object sees the change.
 */
export interface ClientState {
  respondent: Respondent;
  context: Context;
  consent: Consent;
  /** The option `locale`. @default 'auto' */
  locale?: ScoreletOptions['locale'];
}
