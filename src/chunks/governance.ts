/** The chunk `governance`: the rules, and the check of their fields. */
export { createRulesCheck as createLaterCheck } from '../check/rulesCheck.ts';
export { createGovernance } from '../governance/governance.ts';
