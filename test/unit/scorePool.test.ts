import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Instrument,
  MixedInstrumentsError,
  meanOf,
  normalizedMeanOf,
  poolCounts,
  poolNormalized,
  type Tally,
} from '../../src/score/index.ts';

const csat: Instrument = { variant: 'csat', min: 1, max: 5, polarity: 'higher_is_better' };
const ease5: Instrument = { ...csat, variant: 'ease5' };
const effort5: Instrument = { ...csat, variant: 'ces1', polarity: 'lower_is_better' };
const rating: Instrument = { ...csat, variant: 'rating' };
const anyTally = fc
  .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 5, maxLength: 5 })
  .map((counts): Tally => ({ instrument: csat, counts }));

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('poolCounts', () => {
  it('adds up the counts of groups with the same instrument', () => {
    const pooled = poolCounts([
      { instrument: csat, counts: [1, 2, 3, 4, 5] },
      { instrument: { ...csat }, counts: [10, 0, 0, 0, 10] },
    ]);
    expect(pooled).toEqual({ instrument: csat, counts: [11, 2, 3, 4, 15] });
  });

  it('gives the same result in any order and grouping', () => {
    fc.assert(
      fc.property(anyTally, anyTally, anyTally, (a, b, c) => {
        const atOnce = poolCounts([a, b, c]);
        expect(poolCounts([poolCounts([a, b]), c])).toEqual(atOnce);
        expect(poolCounts([a, poolCounts([b, c])])).toEqual(atOnce);
        expect(poolCounts([c, b, a])).toEqual(atOnce);
      }),
    );
  });

  it.each([
    ['variant', csat, ease5],
    ['min', rating, { ...rating, min: 0, max: 5 }],
    ['max', rating, { ...rating, max: 7 }],
    ['polarity', rating, { ...rating, polarity: 'lower_is_better' as const }],
    ['polarity between two versions of one survey', csat, { ...csat, polarity: 'lower_is_better' as const }],
  ])('throws when the groups differ in %s', (_, one, other) => {
    const counts = ({ min, max }: Instrument) => Array<number>(max - min + 1).fill(1);
    const pool = () => poolCounts([one, other].map((instrument) => ({ instrument, counts: counts(instrument) })));
    expect(pool).toThrow(MixedInstrumentsError);
  });

  it('lists each instrument once in the message and in the instruments of the error', () => {
    const counts = [1, 1, 1, 1, 1];
    const groups = [csat, effort5, csat, ease5].map((instrument) => ({ instrument, counts }));
    const error = thrownBy(() => poolCounts(groups));
    expect(error).toBeInstanceOf(MixedInstrumentsError);
    expect(error).toMatchObject({
      name: 'MixedInstrumentsError',
      instruments: [csat, effort5, ease5],
      message: expect.stringContaining(
        'csat 1–5 higher_is_better and ces1 1–5 lower_is_better and ease5 1–5 higher_is_better',
      ),
    });
  });

  it('throws without groups', () => {
    expect(() => poolCounts([])).toThrow(new RangeError('Expected at least one group to pool, got none'));
  });

  it('throws for invalid counts and invalid instruments', () => {
    expect(() => poolCounts([{ instrument: csat, counts: [1, 2, 3] }])).toThrow('got 3 counts');
    expect(() => poolCounts([{ instrument: csat, counts: [1, 2, 3, 4, -5] }])).toThrow('the count of score 5');
    expect(() => poolCounts([{ instrument: { ...csat, max: 7 }, counts: [1, 1, 1, 1, 1, 1, 1] }])).toThrow(RangeError);
  });
});

describe('poolNormalized', () => {
  it('estimates one mean on 0–1 over different instruments', () => {
    // Four respondents with the best score and four in the middle, two of each for both instruments.
    const pooled = poolNormalized([
      { instrument: csat, counts: [0, 0, 2, 0, 2] },
      { instrument: effort5, counts: [2, 0, 2, 0, 0] },
    ]);
    expect(pooled).toMatchObject({ estimate: 0.75, n: 8, method: 't', level: 0.95 });
  });

  it('returns the normalized mean for one group', () => {
    const counts = [3, 1, 4, 1, 5];
    const [pooled, alone] = [poolNormalized([{ instrument: effort5, counts }]), normalizedMeanOf(counts, effort5)];
    expect(pooled?.estimate).toBeCloseTo(alone?.estimate ?? Number.NaN, 12);
    expect(pooled?.interval?.low).toBeCloseTo(alone?.interval?.low ?? Number.NaN, 12);
    expect(pooled?.interval?.high).toBeCloseTo(alone?.interval?.high ?? Number.NaN, 12);
  });

  it('uses the confidence level of the options', () => {
    const groups = [{ instrument: csat, counts: [3, 1, 4, 1, 5] }];
    const [usual, sure] = [poolNormalized(groups), poolNormalized(groups, { level: 0.99 })];
    expect(sure?.level).toBe(0.99);
    expect(sure?.interval?.low).toBeLessThan(usual?.interval?.low ?? Number.NaN);
  });

  it('gives each answer the same weight, not each group', () => {
    const pooled = poolNormalized([
      { instrument: csat, counts: [0, 0, 0, 0, 99] },
      { instrument: ease5, counts: [1, 0, 0, 0, 0] },
    ]);
    expect(pooled?.estimate).toBe(0.99);
  });

  it('returns null without groups or without answers', () => {
    expect(poolNormalized([])).toBeNull();
    expect(poolNormalized([{ instrument: csat, counts: [0, 0, 0, 0, 0] }])).toBeNull();
  });

  it('has no interval when all normalized answers are the same', () => {
    const groups = [
      { instrument: csat, counts: [0, 0, 0, 0, 2] },
      { instrument: effort5, counts: [2, 0, 0, 0, 0] },
    ];
    expect(poolNormalized(groups)).toMatchObject({ estimate: 1, interval: null, n: 4 });
  });

  it('matches the mean of the pooled counts when the instruments are the same', () => {
    fc.assert(
      fc.property(anyTally, anyTally, (a, b) => {
        const together = meanOf(poolCounts([a, b]).counts, csat);
        const pooled = poolNormalized([a, b]);
        if (together === null) return expect(pooled).toBeNull();
        expect(1 + 4 * (pooled?.estimate ?? Number.NaN)).toBeCloseTo(together.estimate, 9);
        expect(pooled?.interval === null).toBe(together.interval === null);
      }),
    );
  });
});
