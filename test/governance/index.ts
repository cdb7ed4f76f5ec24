/** What the commands `simulate:governance` and `mutants:governance` bundle and run. */
export { MUTANTS } from './mutants.ts';
export { runWorlds, tellWorld } from './runWorlds.ts';
