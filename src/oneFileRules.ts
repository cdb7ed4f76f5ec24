/** In place of `governance.ts` where there is one file only: the default clocks, and never an agent in a customer's place. */
import { isDue } from './core/clocks.ts';
import type { Governance, GovernanceEnvironment } from './governance.ts';
import { createMemory } from './memory.ts';

export const createGovernance = (environment: GovernanceEnvironment): Partial<Governance> => {
  const { facts, now } = environment;
  const memory = createMemory(environment);
  const nothing = () => {};
  return {
    isOpen: (survey, { subject }) =>
      facts.respondent.role !== 'agent' && isDue(survey, memory.records(), subject, now()),
    reasonsOf: () => ['not_due'],
    draw: () => ({}),
    settled: async () => {},
    takeUp: nothing,
    clear: nothing,
    stop: nothing,
  };
};
