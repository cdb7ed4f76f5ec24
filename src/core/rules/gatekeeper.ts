/** The one question that everything that shows a survey asks: is every gate open, and if not, which is closed? */
import type { GateName, Subject, Survey } from '../../schema/index.ts';

/** What a survey is considered for. */
export interface Occasion {
  readonly subject?: Subject | undefined;
  /** When the moment came, milliseconds since 1970. @default now */
  readonly at?: number | undefined;
  /** What brought the moment: `load`, `event order.confirmed`, `show` … @default 'show' */
  readonly cause?: string | undefined;
}

export interface ClosedGate {
  readonly gate: GateName;
  /** Of a clock or a trait. */
  readonly name?: string | undefined;
  /** When it opens, milliseconds since 1970: infinity for never, undefined when nobody knows. */
  readonly opensAt?: number | undefined;
}

export interface Decision {
  readonly open: boolean;
  /** Every closed gate, in the order of their names in the schema; none when the decision is open. */
  readonly gates: readonly ClosedGate[];
  /** When all of them are open; undefined when they are, or when nobody knows. */
  readonly opensAt: number | undefined;
}

/** Decides by all the rules. */
export interface Gatekeeper {
  decide(survey: Survey, occasion: Occasion): Decision;
}

/** Sums up gates: open when each of them is. */
export const toDecision = (gates: readonly (ClosedGate & { readonly open: boolean })[]): Decision => {
  const closed = gates.filter(({ open }) => !open).map(({ gate, name, opensAt }) => ({ gate, name, opensAt }));
  const isTimed = closed[0] && closed.every(({ opensAt }) => opensAt !== undefined);
  const opensAt = isTimed ? Math.max(...closed.map(({ opensAt = 0 }) => opensAt)) : undefined;
  return { open: !closed[0], gates: closed, opensAt };
};
