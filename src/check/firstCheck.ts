import { createCheck } from './createCheck.ts';
import { meanings } from './table.ts';

/** The first half of the fast check of survey definitions. It is part of the first file that a page loads. */
export const { isValid, meaningOf } = createCheck(meanings);
