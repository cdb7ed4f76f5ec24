import { toHash } from '../core/toHash.ts';
import type { Respondent } from '../schema/index.ts';
import { RECORDS } from './keys.ts';

/**
 * Returns the key of the records of a respondent and a survey. It has a hash of the id that the host gave, never the id. The 32 bits of
 * the hash keep the accounts of one device apart and identify nobody elsewhere.
 */
export const toRecordsKey = ({ id }: Respondent, surveyId: string): string =>
  `${RECORDS}${id ? toHash(id) : ''}:${surveyId}`;
