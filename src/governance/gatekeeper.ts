/** Decides by all the rules, and keeps for the next pages what needs no rules. */
import { type Decision, type Gatekeeper, type Occasion, toDecision } from '../core/rules/gatekeeper.ts';
import { toGates, type World } from '../core/rules/gates.ts';
import { keepClosedUntil } from '../memory/closedUntil.ts';
import type { Survey } from '../schema/index.ts';
import type { ReportDecision } from './decisionReports.ts';
import type { GovernanceEnvironment } from './environment.ts';

export interface GovernanceGatekeeper extends Gatekeeper {
  /** Decides, and reports a survey that is open too: its moment has come. */
  consider(survey: Survey, occasion: Occasion): Decision;
}

export const createGatekeeper = (
  { governed, state, now, store }: Pick<GovernanceEnvironment, 'governed' | 'state' | 'now' | 'store'>,
  toWorld: () => World,
  reportDecision: ReportDecision,
): GovernanceGatekeeper => {
  const look = (survey: Survey, occasion: Occasion): Decision => {
    const decision = toDecision(toGates(survey, occasion, toWorld()));
    // The default rules close a survey for the same time on the next page, unless it asks about another subject there.
    const isHint = !governed && !survey.subject && !state.respondent.id;
    if (isHint && !decision.open && decision.opensAt) keepClosedUntil(store, survey.id, decision.opensAt, now());
    return decision;
  };
  return {
    decide(survey, occasion) {
      const decision = look(survey, occasion);
      if (!decision.open) reportDecision(survey, occasion.cause ?? 'show', decision);
      return decision;
    },
    consider(survey, occasion) {
      const decision = look(survey, occasion);
      reportDecision(survey, occasion.cause ?? 'show', decision);
      return decision;
    },
  };
};
