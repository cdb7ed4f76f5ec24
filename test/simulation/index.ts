/** What the commands `simulate:delivery` and `mutants` bundle and run. */
export { MUTANTS } from './mutants.ts';
export { planWorld } from './planWorld.ts';
export { runWorlds } from './runWorlds.ts';
export { tellWorld } from './story.ts';
export { toMissing } from './tally.ts';
