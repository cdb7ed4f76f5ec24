/**
 * The part of the rules that uses the collector: it requests the history on other devices and posts decisions. It is fetched when the
 * settings ask for one of these.
 */
import { createDecisionReports } from './decisionReports.ts';
import { createHistory } from './history.ts';

export const governanceExtras = { createHistory, createDecisionReports };
export type GovernanceExtras = typeof governanceExtras;
