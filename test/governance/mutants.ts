import type { Mutant } from './mutant.ts';
import { MUTANTS_OF_MEMORY } from './mutantsOfMemory.ts';
import { MUTANTS_OF_PAGES } from './mutantsOfPages.ts';
import { MUTANTS_OF_RULES } from './mutantsOfRules.ts';

/** Deliberate bugs. Five hundred simulated worlds must catch each bug. */
export const MUTANTS: readonly Mutant[] = [...MUTANTS_OF_RULES, ...MUTANTS_OF_MEMORY, ...MUTANTS_OF_PAGES];
