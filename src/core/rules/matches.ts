/** Whether facts are what a definition asks for: properties of a tracked event, traits of a respondent. */
import type { Matcher } from '../../schema/matcher.ts';

const isOneOf = (wanted: unknown, fact: unknown): boolean =>
  Array.isArray(wanted) ? wanted.includes(fact) : wanted === fact;

/**
 * Says whether a fact is what a matcher wants: the same value (`5` is not `'5'`), one of a list, or all that an object says.
 * Only a number is within `min` and `max`, which belong to it. A fact that is not there, or null, matches only
 * `{ known: false }` and `{ not: … }`; so `{}` wants a fact, whichever. Reads own properties only and never throws.
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

/** Says whether each matcher matches the fact of its name. None ask nothing. Facts are own properties only. */
export const isMatchAll = (
  matchers: Readonly<Record<string, Matcher>> = {},
  facts: Readonly<Record<string, unknown>> = {},
): boolean =>
  Object.entries(matchers).every(([name, matcher]) =>
    isMatch(matcher, Object.hasOwn(facts, name) ? facts[name] : undefined),
  );
