/** The chunk `rare`: what few pages need. */

export { advise } from '../delivery/advice.ts';
export * from './rareNeeds.ts';
