import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { NotShownReason } from '../api/options.ts';
import type { Gatekeeper } from '../core/rules/decision.ts';
import { isSurelyClosed } from '../memory/closedUntil.ts';
import { needsRules } from '../memory/needsRules.ts';
import type { Survey } from '../schema/index.ts';
import type { Fetched } from './fetched.ts';

export interface ClientGatekeeper {
  /**
   * Returns the closed gates of a survey; an empty list when the survey may be shown now. Returns undefined when only the rules can decide
   * and they are not fetched yet.
   */
  closedGates(survey: Survey, occasion: DisplayOccasion): NotShownReason[] | undefined;
  /** Resolves the closed gates of a survey. Fetches the rules when only they can decide. */
  findClosed(survey: Survey, occasion: DisplayOccasion): Promise<NotShownReason[]>;
}

/**
 * Creates the gatekeeper of the first file. It asks the rules once they are fetched. Before that: all default gates are open when the
 * device has no display records; a stored hint can close a survey; every other case is undecided.
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
