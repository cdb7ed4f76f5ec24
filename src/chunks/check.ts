/** The chunk `check`: the second half of the fast check of survey definitions. */
export { createSecondCheck as createLaterCheck } from '../check/secondCheck.ts';
