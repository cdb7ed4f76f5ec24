/** The file `check`: the whole check. */
export { createWholeCheck as createLaterCheck } from '../check/wholeCheck.ts';
