import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { ClientEnvironment } from '../api/environment.ts';
import type { NotShownReason } from '../api/options.ts';
import type { Gatekeeper } from '../core/rules/gatekeeper.ts';
import { isSurelyClosed } from '../memory/closedUntil.ts';
import { needsRules } from '../memory/needsRules.ts';
import type { Survey } from '../schema/index.ts';
import type { Fetched } from './fetched.ts';

export interface ClientGatekeeper {
  /** Lists the closed gates; empty when the survey may be shown now. Undefined when only the rules, not fetched yet, can decide. */
  closedGates(survey: Survey, occasion: DisplayOccasion): NotShownReason[] | undefined;
  /** Resolves the closed gates. Fetches the rules when only they can decide. */
  findClosed(survey: Survey, occasion: DisplayOccasion): Promise<NotShownReason[]>;
}

/**
 * Creates the gatekeeper of the first file. Once the rules are fetched, they decide. Without them, every default gate is open when the
 * device has no records, a stored hint closes a survey, and every other case is undecided.
 */
export const createGatekeeper = (
  { store, state, now, mode }: ClientEnvironment,
  rules: Fetched<Pick<Gatekeeper, 'decide'>>,
): ClientGatekeeper => {
  const closedGates: ClientGatekeeper['closedGates'] = (survey, occasion) => {
    if (occasion.force || mode === 'preview') return [];
    const decision = rules.now()?.decide(survey, occasion);
    if (decision) return decision.gates.map(({ gate }) => gate);
    const { respondent } = state;
    if (!needsRules(store, respondent)) return [];
    return !respondent.id && isSurelyClosed(store, survey.id, now()) ? ['clock'] : undefined;
  };
  return {
    closedGates,
    async findClosed(survey, occasion) {
      const known = closedGates(survey, occasion) ?? ((await rules.fetch()) && closedGates(survey, occasion));
      return known ?? ['load_failed'];
    },
  };
};
