import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { ClientEnvironment } from '../api/environment.ts';
import { type Decision, type Gatekeeper, OPEN, UNDECIDED, type Undecided } from '../core/rules/gatekeeper.ts';
import { readClosedUntil } from '../memory/closedUntil.ts';
import { needsRules } from '../memory/needsRules.ts';
import type { Survey } from '../schema/index.ts';

/** Decides whether a survey may be shown now. */
export type Decide = (survey: Survey, occasion: DisplayOccasion) => Decision | Undecided;

/**
 * Creates the gatekeeper of the first file. The rules decide once they are there. Without them, nothing remembered means that every
 * default gate is open, a stored hint closes a survey, and everything else is undecided: the rules have to be fetched.
 */
export const createDecide =
  ({ store, state, now, mode }: ClientEnvironment, rules: () => Gatekeeper | undefined): Decide =>
  (survey, occasion) => {
    if (occasion.force || mode === 'preview') return OPEN;
    const whole = rules();
    if (whole) return whole.decide(survey, occasion);
    const { respondent } = state;
    if (!needsRules(store, respondent)) return OPEN;
    const opensAt = !respondent.id && readClosedUntil(store, survey.id, now());
    return opensAt ? { open: false, gates: [{ gate: 'clock', opensAt }], opensAt } : UNDECIDED;
  };
