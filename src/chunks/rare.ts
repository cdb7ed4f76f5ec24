/** The chunk `rare`: what few pages need. */

export { advise } from '../delivery/advice.ts';
export { fetchMask } from '../display/fetchMask.ts';
export * from './rareNeeds.ts';
