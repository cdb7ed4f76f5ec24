/** The file `governance`: the rules, and the check of their fields. */
export { createRulesCheck } from '../check/rulesCheck.ts';
export { createGovernance } from '../governance/governance.ts';
