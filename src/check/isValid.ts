/** The check over the generated table. Pure: a bundle that does not call it need not carry it. */
import { createCheck, toWords } from './check.ts';
import { meanings } from './table.ts';

export const words = /* @__PURE__ */ toWords(meanings);
export const isValid = /* @__PURE__ */ createCheck(words);
