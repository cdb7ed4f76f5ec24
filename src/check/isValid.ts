/** The check over the generated table. Pure: a bundle that does not call it need not carry it. */
import { createCheck, toMeaningOf } from './check.ts';
import { meanings } from './table.ts';

export const meaningOf = /* @__PURE__ */ toMeaningOf(meanings);
export const isValid = /* @__PURE__ */ createCheck(meaningOf);
