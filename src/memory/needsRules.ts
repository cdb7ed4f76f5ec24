import type { KeyValueStore } from '../browser/localStore.ts';
import type { Respondent } from '../schema/index.ts';
import { RECORDS } from './keys.ts';

/**
 * Returns true when only the rules can decide whether a survey may be shown: the device has display records of the respondent, or the
 * respondent has a role.
 */
export const needsRules = (store: KeyValueStore, { role }: Respondent): boolean => !!(role || store.keys(RECORDS)[0]);
