/** The entry that `npm run simulate:governance` and `npm run mutants:governance` bundle and run. */
export { MUTANTS } from './mutants.ts';
export { runWorlds, tellWorld } from './runWorlds.ts';
