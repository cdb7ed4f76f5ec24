import type { Context, Respondent } from '../schema/index.ts';
import type { Consent } from './options.ts';

/** What the host has said so far. The client replaces the fields; whoever was lent the object sees it. */
export interface ClientState {
  respondent: Respondent;
  context: Context;
  consent: Consent;
}
