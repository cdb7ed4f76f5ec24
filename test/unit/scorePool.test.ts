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
  it('adds up groups that answered the same instrument', () => {
    const pooled = poolCounts([
      { instrument: csat, counts: [1, 2, 3, 4, 5] },
      { instrument: { ...csat }, counts: [10, 0, 0, 0, 10] },
    ]);
    expect(pooled).toEqual({ instrument: csat, counts: [11, 2, 3, 4, 15] });
  });

  it('comes out the same however the groups are grouped and ordered', () => {
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
  ])('refuses to pool across a different %s', (_, one, other) => {
    const counts = ({ min, max }: Instrument) => Array<number>(max - min + 1).fill(1);
    const pool = () => poolCounts([one, other].map((instrument) => ({ instrument, counts: counts(instrument) })));
    expect(pool).toThrow(MixedInstrumentsError);
  });

  it('says which instruments it met, each once, in the message and as data', () => {
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

  it('refuses a pool of nothing', () => {
    expect(() => poolCounts([])).toThrow(new RangeError('Expected at least one group to pool, got none'));
  });

  it('refuses counts and instruments that are none', () => {
    expect(() => poolCounts([{ instrument: csat, counts: [1, 2, 3] }])).toThrow('got 3 counts');
    expect(() => poolCounts([{ instrument: csat, counts: [1, 2, 3, 4, -5] }])).toThrow('the count of score 5');
    expect(() => poolCounts([{ instrument: { ...csat, max: 7 }, counts: [1, 1, 1, 1, 1, 1, 1] }])).toThrow(RangeError);
  });
});

describe('poolNormalized', () => {
  it('lets answers to different instruments meet on 0–1', () => {
    // Four who are as happy as can be, each in their own words, and four in the middle.
    const pooled = poolNormalized([
      { instrument: csat, counts: [0, 0, 2, 0, 2] },
      { instrument: effort5, counts: [2, 0, 2, 0, 0] },
    ]);
    expect(pooled).toMatchObject({ estimate: 0.75, n: 8, method: 't', level: 0.95 });
  });

  it('is the normalized mean when there is one group', () => {
    const counts = [3, 1, 4, 1, 5];
    const [pooled, alone] = [poolNormalized([{ instrument: effort5, counts }]), normalizedMeanOf(counts, effort5)];
    expect(pooled?.estimate).toBeCloseTo(alone?.estimate ?? Number.NaN, 12);
    expect(pooled?.interval?.low).toBeCloseTo(alone?.interval?.low ?? Number.NaN, 12);
    expect(pooled?.interval?.high).toBeCloseTo(alone?.interval?.high ?? Number.NaN, 12);
  });

  it('has the interval of the level asked for', () => {
    const groups = [{ instrument: csat, counts: [3, 1, 4, 1, 5] }];
    const [usual, sure] = [poolNormalized(groups), poolNormalized(groups, { level: 0.99 })];
    expect(sure?.level).toBe(0.99);
    expect(sure?.interval?.low).toBeLessThan(usual?.interval?.low ?? Number.NaN);
  });

  it('weighs answers, not groups', () => {
    const pooled = poolNormalized([
      { instrument: csat, counts: [0, 0, 0, 0, 99] },
      { instrument: ease5, counts: [1, 0, 0, 0, 0] },
    ]);
    expect(pooled?.estimate).toBe(0.99);
  });

  it('gives null when there are no groups or no answers', () => {
    expect(poolNormalized([])).toBeNull();
    expect(poolNormalized([{ instrument: csat, counts: [0, 0, 0, 0, 0] }])).toBeNull();
  });

  it('has no interval while the answers do not differ', () => {
    const groups = [
      { instrument: csat, counts: [0, 0, 0, 0, 2] },
      { instrument: effort5, counts: [2, 0, 0, 0, 0] },
    ];
    expect(poolNormalized(groups)).toMatchObject({ estimate: 1, interval: null, n: 4 });
  });

  it('agrees with the mean of the pooled counts', () => {
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
