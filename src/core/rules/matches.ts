/** Matches facts, such as the properties of a tracked event or the traits of a respondent, against the matchers of a survey definition. */
import type { Matcher } from '../../schema/matcher.ts';

const isOneOf = (wanted: unknown, fact: unknown): boolean =>
  Array.isArray(wanted) ? wanted.includes(fact) : wanted === fact;

/**
 * Returns true when a fact matches a matcher. A plain value must be equal (`5` is not `'5'`), a list must contain the fact, and an object's
 * conditions must all be met. `min` and `max` are inclusive and match only numbers. A missing or null fact matches only `{ known: false }`
 * and `{ not: … }`. `{}` matches any existing fact. Reads only own properties and never throws.
 */
export const isMatch = (matcher: Matcher, fact: unknown): boolean => {
  const there = fact !== undefined && fact !== null;
  if (typeof matcher !== 'object' || Array.isArray(matcher)) return there && isOneOf(matcher, fact);
  const { min, max, not, known } = { __proto__: null, ...matcher } as typeof matcher;
  return (
    (known === undefined ? there || not !== undefined : known === there) &&
    ((min ?? max) === undefined ||
      (Number.isFinite(fact) && !((fact as number) < (min as number) || (fact as number) > (max as number)))) &&
    (not === undefined || !isOneOf(not, fact))
  );
};

/** Returns true when every matcher matches the fact with its name. Only own properties count as facts. */
export const isMatchAll = (
  matchers: Readonly<Record<string, Matcher>> = {},
  facts: Readonly<Record<string, unknown>> = {},
): boolean =>
  Object.entries(matchers).every(([name, matcher]) =>
    isMatch(matcher, Object.hasOwn(facts, name) ? facts[name] : undefined),
  );
