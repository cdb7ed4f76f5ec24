import type { Context, Respondent } from '../schema/index.ts';
import type { Consent, ScoreletOptions } from './options.ts';

/** What the host has said so far. The client replaces the fields; whoever was lent the object sees it. */
export interface ClientState {
  respondent: Respondent;
  context: Context;
  consent: Consent;
  /** @default 'auto' */
  locale?: ScoreletOptions['locale'];
}
