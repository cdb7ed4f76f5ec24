import { createCheck } from './createCheck.ts';
import { meanings } from './table.ts';

/** The first half of the fast check, which is part of the first file. */
export const { isValid, meaningOf } = createCheck(meanings);
