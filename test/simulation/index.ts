/** The entry that the commands `simulate:delivery` and `mutants` bundle. */
export { MUTANTS } from './mutants.ts';
export { planWorld } from './planWorld.ts';
export { runWorlds } from './runWorlds.ts';
export { tellWorld } from './story.ts';
export { toMissing } from './tally.ts';
