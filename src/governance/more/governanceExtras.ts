/** What the rules do with a server: ask for what other devices know, and post decisions. Fetched where the settings ask for either. */
import { createDecisionReports } from './decisionReports.ts';
import { createHistory } from './history.ts';

export const governanceExtras = { createHistory, createDecisionReports };
export type GovernanceExtras = typeof governanceExtras;
