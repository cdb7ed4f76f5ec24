/** The server part of the rules: requests the history on other devices and posts decisions. Fetched when the settings ask for either. */
import { createDecisionReports } from './decisionReports.ts';
import { createHistory } from './history.ts';

export const governanceExtras = { createHistory, createDecisionReports };
export type GovernanceExtras = typeof governanceExtras;
