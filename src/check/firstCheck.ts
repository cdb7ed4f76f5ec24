import { createCheck } from './createCheck.ts';
import { meanings } from './table.ts';

/** The first half of the check, which every page carries. */
export const { isValid, meaningOf } = createCheck(meanings);
