import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMatch, isMatchAll } from '../../src/core/rules/matches.ts';
import type { Matcher } from '../../src/schema/index.ts';

describe('a matcher', () => {
  it.each<[Matcher, unknown, boolean]>([
    ['pro', 'pro', true],
    ['pro', 'Pro', false],
    [5, '5', false],
    [false, false, true],
    [false, undefined, false],
    [['pro', 'team'], 'team', true],
    [['pro', 'team'], 'free', false],
    [{ min: 5 }, 5, true],
    [{ min: 5 }, 4.9, false],
    [{ min: 5, max: 9 }, 9, true],
    [{ min: 5, max: 9 }, 9.1, false],
    [{ max: 0 }, -1, true],
    [{ min: 5 }, '7', false],
    [{ min: 5 }, Number.NaN, false],
    [{ not: 'free' }, 'pro', true],
    [{ not: 'free' }, 'free', false],
    [{ not: ['free', 'trial'] }, 'trial', false],
    [{ not: 0, max: 3 }, 0, false],
    [{ known: true }, '', true],
    [{ known: true }, 0, true],
    [{ known: false }, 0, false],
    [{}, 'whatever', true],
    [{}, undefined, false],
    [{ not: 'free' }, undefined, true],
    [{ not: 'free', min: 1 }, undefined, false],
    [{ known: false }, undefined, true],
  ])('%j applied to the fact %j returns %s', (matcher, fact, verdict) => {
    expect(isMatch(matcher, fact)).toBe(verdict);
  });

  const trait = fc.oneof(fc.constantFrom('a', 'b', ''), fc.integer({ min: -3, max: 3 }), fc.boolean());
  const oneOf = fc.array(trait, { minLength: 1, maxLength: 3 });
  const bounds = fc.record(
    {
      min: fc.integer({ min: -3, max: 3 }),
      max: fc.integer({ min: -3, max: 3 }),
      not: fc.oneof(trait, oneOf),
      known: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it.each([undefined, null])('matches a fact that is %s only if the matcher accepts missing facts', (missing) => {
    fc.assert(
      fc.property(fc.oneof(trait, oneOf, bounds), (matcher) => {
        const { min, max, not, known } = Object(matcher);
        const asksNothing = min === undefined && max === undefined && known !== true;
        expect(isMatch(matcher, missing)).toBe(asksNothing && (known === false || not !== undefined));
      }),
    );
  });

  it('with several conditions matches exactly when each condition matches alone', () => {
    fc.assert(
      fc.property(bounds, trait, (matcher, fact) => {
        const parts = Object.entries(matcher).map(([name, value]) => isMatch({ [name]: value }, fact));
        expect(isMatch(matcher, fact)).toBe(parts.every(Boolean));
      }),
    );
  });

  it('never throws, with any matcher and any fact', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (matcher, fact) => {
        expect(typeof isMatch(matcher as Matcher, fact)).toBe('boolean');
      }),
    );
  });

  it('ignores properties that a page added to prototypes', () => {
    const prototype = Object.prototype as { known?: boolean; plan?: string };
    Object.assign(prototype, { known: false, plan: 'pro' });
    try {
      expect(isMatch({ min: 5 }, 6)).toBe(true);
      expect(isMatchAll({ plan: 'pro' }, {})).toBe(false);
    } finally {
      delete prototype.known;
      delete prototype.plan;
    }
  });
});

describe('named matchers', () => {
  it('match only when every matcher matches its fact', () => {
    const wanted = { plan: ['pro', 'team'], total: { min: 50 } };
    expect(isMatchAll(wanted, { plan: 'pro', total: 50, more: 1 })).toBe(true);
    expect(isMatchAll(wanted, { plan: 'pro', total: 49 })).toBe(false);
    expect(isMatchAll(wanted, { plan: 'pro' })).toBe(false);
  });

  it('match anything when there are none, and match missing facts as undefined', () => {
    expect(isMatchAll(undefined, undefined)).toBe(true);
    expect(isMatchAll({}, { a: 1 })).toBe(true);
    expect(isMatchAll({ a: 1 }, undefined)).toBe(false);
    expect(isMatchAll({ a: { not: 1 } }, undefined)).toBe(true);
  });

  it('do not read inherited properties of the facts', () => {
    expect(isMatchAll({ constructor: { known: true } }, {})).toBe(false);
    expect(isMatchAll({ toString: { known: false } }, {})).toBe(true);
  });
});
