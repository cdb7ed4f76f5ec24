/** Matches facts with what a definition wants: the properties of a tracked event, the traits of a respondent. */
import type { Matcher } from '../../schema/matcher.ts';

const isOneOf = (wanted: unknown, fact: unknown): boolean =>
  Array.isArray(wanted) ? wanted.includes(fact) : wanted === fact;

/**
 * Returns true when a fact matches: it is the same value (`5` is not `'5'`), one of a list, or meets every condition of an object.
 * `min` and `max` are inclusive, and only a number can meet them. A missing fact, or null, matches only `{ known: false }` and
 * `{ not: … }`; `{}` matches any fact that is there. Reads own properties only and never throws.
 */
export const isMatch = (matcher: Matcher, fact: unknown): boolean => {
  const there = fact !== undefined && fact !== null;
  if (typeof matcher !== 'object' || Array.isArray(matcher)) return there && isOneOf(matcher, fact);
  const { min, max, not, known }: typeof matcher = Object.assign(Object.create(null), matcher);
  return (
    (known === undefined ? there || not !== undefined : known === there) &&
    ((min ?? max) === undefined ||
      (Number.isFinite(fact) && !((fact as number) < (min as number) || (fact as number) > (max as number)))) &&
    (not === undefined || !isOneOf(not, fact))
  );
};

/** Returns true when each matcher matches the fact of its name. Facts are own properties only. */
export const isMatchAll = (
  matchers: Readonly<Record<string, Matcher>> = {},
  facts: Readonly<Record<string, unknown>> = {},
): boolean =>
  Object.entries(matchers).every(([name, matcher]) =>
    isMatch(matcher, Object.hasOwn(facts, name) ? facts[name] : undefined),
  );
