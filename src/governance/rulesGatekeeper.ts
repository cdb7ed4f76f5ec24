/** Decides with all rules whether a survey may be shown. Stores hints, so that later pages can decide without fetching the rules. */
import { type Gatekeeper, toDecision } from '../core/rules/decision.ts';
import { toGates, type World } from '../core/rules/gates.ts';
import { keepClosedUntil } from '../memory/closedUntil.ts';
import type { GovernanceEnvironment } from './governanceEnvironment.ts';
import type { ReportDecision } from './more/decisionReports.ts';

export const createRulesGatekeeper = (
  { isGoverned, state, now, store }: Pick<GovernanceEnvironment, 'isGoverned' | 'state' | 'now' | 'store'>,
  toWorld: () => World,
  reportDecision: ReportDecision | undefined,
): Gatekeeper => ({
  decide(survey, occasion) {
    const decision = toDecision(toGates(survey, occasion, toWorld()));
    if (decision.open) return decision;
    // On the next page, the default frequency caps block the survey until the same time, unless the survey has another subject there.
    const isHint = !isGoverned() && !survey.subject && !state.respondent.id;
    if (isHint && decision.opensAt) keepClosedUntil(store, survey.id, decision.opensAt, now());
    reportDecision?.(survey, occasion, decision);
    return decision;
  },
});
