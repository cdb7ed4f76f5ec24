/**
 * Posts why a survey was shown or not, if the host page sets `report: 'decisions'`. The reports use the outbox, so the page fetches the
 * code of the prompt at the first decision.
 */
import type { ClosedGate, Decision, Occasion } from '../../core/rules/decision.ts';
import type { Survey } from '../../schema/index.ts';
import type { GovernanceEnvironment } from '../governanceEnvironment.ts';

/** The maximum number of decisions that a page posts. It protects against a page that tracks events in a loop. */
const MAX_DECISIONS = 20;

export type ReportDecision = (survey: Survey, occasion: Occasion, decision: Decision) => void;

const toReason = ({ gate, name, opensAt = Number.POSITIVE_INFINITY }: ClosedGate) => ({
  gate,
  name,
  opensAt: Number.isFinite(opensAt) ? new Date(opensAt).toISOString() : undefined,
});

/** Returns a function that posts a decision. Each outcome is posted once on a page. */
export const createDecisionReports = ({
  settings,
  displays,
}: Pick<GovernanceEnvironment, 'settings' | 'displays'>): ReportDecision => {
  const posted = new Set<string>();
  return (survey, { cause: trigger = 'show' }, decision) => {
    const gates = decision.open ? [] : decision.gates;
    const key = `${survey.id} ${gates.map(({ gate, name }) => `${gate} ${name}`)}`;
    if (settings.report !== 'decisions' || posted.has(key) || posted.size >= MAX_DECISIONS) return;
    posted.add(key);
    const event = decision.open
      ? ({ name: 'eligible', data: { trigger } } as const)
      : ({ name: 'suppressed', data: { trigger, reasons: gates.map(toReason) } } as const);
    void displays.fetch().then((fetched) => fetched?.record(survey, event));
  };
};
