/** The chunk `check`: the second half of the fast check. */
export { createSecondCheck as createLaterCheck } from '../check/secondCheck.ts';
