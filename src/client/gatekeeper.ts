import type { KeyValueStore } from '../browser/localStore.ts';
import { type FirstGatekeeper, type Gatekeeper, OPEN, UNDECIDED } from '../core/rules/gatekeeper.ts';
import { readClosedUntil } from '../memory/closedUntil.ts';
import { needsRules } from '../memory/needsRules.ts';
import type { Respondent } from '../schema/index.ts';

export interface FirstGatekeeperOptions {
  readonly store: KeyValueStore;
  /** Its respondent is replaced as the host identifies them. */
  readonly state: { readonly respondent: Respondent };
  readonly now: () => number;
  /** The rules, once they are fetched. */
  readonly rules: () => Gatekeeper | undefined;
}

/**
 * Creates the gatekeeper of the first file. The rules decide once they are there. Without them, nothing remembered means that every
 * default gate is open, a stored hint closes a survey, and everything else is undecided: the rules have to be fetched.
 */
export const createFirstGatekeeper = ({ store, state, now, rules }: FirstGatekeeperOptions): FirstGatekeeper => ({
  decide(survey, occasion) {
    const whole = rules();
    if (whole) return whole.decide(survey, occasion);
    const { respondent } = state;
    if (!needsRules(store, respondent)) return OPEN;
    const opensAt = respondent.id ? undefined : readClosedUntil(store, survey.id, now());
    return opensAt ? { open: false, gates: [{ gate: 'clock', opensAt }], opensAt } : UNDECIDED;
  },
});
