/** The chunk `check`: the second half of the check. */
export { createSecondCheck as createLaterCheck } from '../check/secondCheck.ts';
