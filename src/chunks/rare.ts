/** The chunk `rare`: what few pages need. */

export { clearKeyboard } from '../../widgets/clearKeyboard.ts';
export { stepAside } from '../../widgets/stepAside.ts';
export { focusInstead } from '../browser/focusInstead.ts';
export { advise, createRecovery } from '../delivery/advice.ts';
export { maskEvents } from '../display/maskEvents.ts';
export * from './rareNeeds.ts';
