import { toHash } from '../core/toHash.ts';
import type { Respondent } from '../schema/index.ts';
import { RECORDS } from './keys.ts';

/**
 * Returns the key of a respondent's records of a survey. It contains a hash of the respondent's id, never the id itself. The 32-bit hash
 * distinguishes the accounts of one device and identifies nobody elsewhere.
 */
export const toRecordsKey = ({ id }: Respondent, surveyId: string): string =>
  `${RECORDS}${id ? toHash(id) : ''}:${surveyId}`;
