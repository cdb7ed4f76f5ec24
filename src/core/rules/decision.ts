/** Decides whether a survey may be shown: whether all its gates are open, and if not, which gates are closed. */
import type { GateName, Subject, Survey } from '../../schema/index.ts';

/** The situation in which the rules consider showing a survey. */
export interface Occasion {
  readonly subject?: Subject | undefined;
  /**
   * When the trigger fired, in milliseconds since 1970.
   * @default now
   */
  readonly at?: number | undefined;
  /** The trigger that fired: `load`, `event order.confirmed`, `show` … @default 'show' */
  readonly cause?: string | undefined;
}

export interface ClosedGate {
  readonly gate: GateName;
  /** The name of the frequency cap or of the trait that closes the gate. */
  readonly name?: string | undefined;
  /** When the gate opens, in milliseconds since 1970. Infinity when it never opens, undefined when the time is unknown. */
  readonly opensAt?: number | undefined;
}

export interface Decision {
  readonly open: boolean;
  /** The closed gates, in the order of their names in the schema; empty when the survey may be shown. */
  readonly gates: readonly ClosedGate[];
  /** When all gates will be open, in milliseconds since 1970; undefined when they are open now, or when the time is unknown. */
  readonly opensAt: number | undefined;
}

/** Decides about a survey with all rules. Exists only after the rules are fetched. */
export interface Gatekeeper {
  decide(survey: Survey, occasion: Occasion): Decision;
}

/** Combines gates into one decision: the survey may be shown when every gate is open. */
export const toDecision = (gates: readonly (ClosedGate & { readonly open: boolean })[]): Decision => {
  const closed = gates.filter(({ open }) => !open).map(({ gate, name, opensAt }) => ({ gate, name, opensAt }));
  const isTimed = closed[0] && closed.every(({ opensAt }) => opensAt !== undefined);
  const opensAt = isTimed ? Math.max(...closed.map(({ opensAt }) => opensAt as number)) : undefined;
  return { open: !closed[0], gates: closed, opensAt };
};
