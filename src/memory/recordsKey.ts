import { toHash } from '../core/toHash.ts';
import type { Respondent } from '../schema/index.ts';
import { RECORDS } from './keys.ts';

/**
 * Returns the storage key of a respondent's display records of a survey. The key contains a hash of the respondent's id, never the id
 * itself. The 32-bit hash distinguishes the accounts on one device but is too short to identify a person elsewhere.
 */
export const toRecordsKey = ({ id }: Respondent, surveyId: string): string =>
  `${RECORDS}${id ? toHash(id) : ''}:${surveyId}`;
