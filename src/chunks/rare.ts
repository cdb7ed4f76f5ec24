/** The chunk `rare`: what few pages need. */

export { stepAside } from '../../widgets/stepAside.ts';
export { advise, createRecovery } from '../delivery/advice.ts';
export { maskEvents } from '../display/maskEvents.ts';
export * from './rareNeeds.ts';
