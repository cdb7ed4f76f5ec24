import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countScores, displayPolicy, type Instrument, normalize, scoreOf, segmentOf } from '../../src/score/index.ts';

const nps: Instrument = { variant: 'nps', min: 0, max: 10, polarity: 'higher_is_better' };
const csat: Instrument = { variant: 'csat', min: 1, max: 5, polarity: 'higher_is_better' };
const ces2: Instrument = { variant: 'ces2', min: 1, max: 7, polarity: 'higher_is_better' };
const ease5: Instrument = { variant: 'ease5', min: 1, max: 5, polarity: 'higher_is_better' };
const effort5: Instrument = { variant: 'ces1', min: 1, max: 5, polarity: 'lower_is_better' };
const effort7: Instrument = { variant: 'ces1', min: 1, max: 7, polarity: 'lower_is_better' };
const rating: Instrument = { variant: 'rating', min: 1, max: 10, polarity: 'higher_is_better' };
const all = [nps, csat, ces2, ease5, effort5, effort7, rating];

const segmentsOf = (instrument: Instrument) =>
  Array.from({ length: instrument.max - instrument.min + 1 }, (_, i) => segmentOf(instrument, instrument.min + i));

describe('segmentOf', () => {
  it('returns detractor for NPS 0–6, passive for 7–8 and promoter for 9–10', () => {
    const expected = [...Array(7).fill('detractor'), 'passive', 'passive', 'promoter', 'promoter'];
    expect(segmentsOf(nps)).toEqual(expected);
  });

  it('returns dissatisfied for CSAT 1–2, neutral for 3 and satisfied for 4–5', () => {
    expect(segmentsOf(csat)).toEqual(['dissatisfied', 'dissatisfied', 'neutral', 'satisfied', 'satisfied']);
  });

  it('returns easy for CES scores on the better side of the midpoint, for both polarities', () => {
    const easeUp = ['difficult', 'difficult', 'difficult', 'neutral', 'easy', 'easy', 'easy'];
    expect(segmentsOf(ces2)).toEqual(easeUp);
    expect(segmentsOf(effort7)).toEqual([...easeUp].reverse());
    expect(segmentsOf(ease5)).toEqual(['difficult', 'difficult', 'neutral', 'easy', 'easy']);
    expect(segmentsOf(effort5)).toEqual(['easy', 'easy', 'neutral', 'difficult', 'difficult']);
  });

  it('returns null for a rating, which has no segments', () => {
    expect(segmentsOf(rating)).toEqual(Array(10).fill(null));
  });
});

describe('normalize', () => {
  it('maps the best score to 1', () => {
    expect(normalize(2, ces2)).toBeCloseTo(1 / 6, 12);
    expect(normalize(2, effort7)).toBeCloseTo(5 / 6, 12);
    expect(normalize(0, nps)).toBe(0);
    expect(normalize(5, effort5)).toBe(0);
  });

  it('stays within 0–1 and is mirrored by the opposite polarity', () => {
    const anyScore = fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 100 }))
      .chain(([min, steps]) =>
        fc.tuple(fc.constant(min), fc.constant(min + steps), fc.integer({ min, max: min + steps })),
      );
    fc.assert(
      fc.property(anyScore, ([min, max, score]) => {
        const up = normalize(score, { min, max, polarity: 'higher_is_better' });
        const down = normalize(score, { min, max, polarity: 'lower_is_better' });
        expect(up).toBeGreaterThanOrEqual(0);
        expect(up).toBeLessThanOrEqual(1);
        expect(up + down).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('scoreOf', () => {
  it('reports the NPS for nps, and the mean as a separate field', () => {
    const report = scoreOf(nps, [2, 3, 2, 3, 2, 4, 4, 15, 15, 25, 25]);
    expect(report).toMatchObject({
      n: 100,
      name: 'nps',
      unit: 'points',
      score: { estimate: 30, method: 'adjusted_wald' },
    });
    expect(report.boxes.map(({ segment, count }) => [segment, count])).toEqual([
      ['promoter', 50],
      ['passive', 30],
      ['detractor', 20],
    ]);
    expect(report.mean?.estimate).toBe(7.68);
  });

  it('reports the percentage of scores 4 and 5 for csat', () => {
    const report = scoreOf(csat, [5, 5, 10, 30, 50]);
    expect(report).toMatchObject({
      name: 'top_2_box',
      unit: 'percent',
      score: { estimate: 80, n: 100, method: 'wilson' },
    });
    expect(report.score?.interval?.low).toBeCloseTo(71.11708344068411, 6);
    expect(report.mean?.estimate).toBe(4.15);
    expect(report.boxes.map(({ segment, scores }) => [segment, scores])).toEqual([
      ['satisfied', [4, 5]],
      ['neutral', [3]],
      ['dissatisfied', [1, 2]],
    ]);
  });

  it('reports the percentage of scores 5–7 for ces2 with the expected numbers', () => {
    const report = scoreOf(ces2, [5, 5, 10, 15, 20, 25, 20]);
    expect(report).toMatchObject({
      name: 'top_3_box',
      unit: 'percent',
      score: { estimate: 65 },
      mean: { estimate: 4.95 },
    });
    expect(report.score?.interval?.low).toBeCloseTo(55.254, 3);
    expect(report.score?.interval?.high).toBeCloseTo(73.636, 3);
  });

  it('reports the percentage of scores 4 and 5 for ease5', () => {
    const report = scoreOf(ease5, [1, 1, 0, 3, 5]);
    expect(report).toMatchObject({ name: 'top_2_box', unit: 'percent', score: { estimate: 80 } });
    expect(report.boxes[0]).toMatchObject({ segment: 'easy', scores: [4, 5], count: 8 });
  });

  it('reports the mean effort for ces1, with 1–2 of 5 or 1–3 of 7 in the easy box', () => {
    const five = scoreOf(effort5, [4, 2, 2, 1, 1]);
    expect(five).toMatchObject({ name: 'mean_effort', unit: 'scale', score: { estimate: 2.3, method: 't' } });
    expect(five.boxes[0]).toMatchObject({ segment: 'easy', scores: [1, 2], share: { estimate: 60 } });
    expect(scoreOf(effort7, [1, 1, 1, 1, 1, 1, 1]).boxes[0]?.scores).toEqual([1, 2, 3]);
  });

  it('reports the normalized mean for a rating, also on 0–10', () => {
    const report = scoreOf(rating, [0, 0, 0, 0, 0, 0, 0, 0, 5, 5]);
    expect(report).toMatchObject({ name: 'normalized_mean', unit: 'share', boxes: [] });
    expect(report.score?.estimate).toBeCloseTo(8.5 / 9, 12);
  });

  it('gives reversed answers the same results when the polarity is reversed too', () => {
    const stored = [5, 5, 10, 15, 20, 25, 20];
    const reversed = [...stored].reverse();
    const right = scoreOf(ces2, stored);
    // Without the polarity, answers with 1 = easy are scored as if 7 were easy.
    const mistaken = scoreOf(ces2, reversed);
    expect(mistaken.mean?.estimate).toBe(3.05);
    expect(mistaken.score?.estimate).toBe(20);
    // With the polarity, the results are the same.
    const spoken = scoreOf(effort7, reversed);
    expect(spoken.boxes[0]?.share).toEqual(right.score);
    expect(spoken.normalizedMean?.estimate).toBeCloseTo(right.normalizedMean?.estimate ?? Number.NaN, 12);
    expect(spoken.normalizedMean?.interval?.low).toBeCloseTo(right.normalizedMean?.interval?.low ?? Number.NaN, 12);
  });

  it.each(all)('counts every answer of $variant $min–$max in one box and one row of the distribution', (instrument) => {
    const length = instrument.max - instrument.min + 1;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: length, maxLength: length }), (counts) => {
        const report = scoreOf(instrument, counts);
        const n = counts.reduce((sum, count) => sum + count);
        expect(report.n).toBe(n);
        expect(report.distribution.map(({ count }) => count)).toEqual(counts);
        if (instrument.variant !== 'rating') {
          expect(report.boxes.reduce((sum, { count }) => sum + count, 0)).toBe(n);
          expect(report.boxes.flatMap(({ scores }) => scores).sort((a, b) => a - b)).toEqual(
            report.distribution.map(({ score }) => score),
          );
        }
        if (report.score !== null) expect(report.score).toMatchObject({ n, level: 0.95 });
      }),
    );
  });

  it.each(all)(
    'has no score, mean, share or percentage of $variant $min–$max when there are no answers',
    (instrument) => {
      const report = scoreOf(instrument, countScores([], instrument));
      expect(report).toMatchObject({ n: 0, score: null, mean: null, normalizedMean: null });
      expect(report.boxes.every(({ count, share }) => count === 0 && share === null)).toBe(true);
      expect(report.distribution.every(({ count, percent }) => count === 0 && percent === null)).toBe(true);
    },
  );

  it.each(all)('uses the confidence level for every estimate of $variant $min–$max', (instrument) => {
    const counts = Array.from({ length: instrument.max - instrument.min + 1 }, (_, i) => i + 1);
    const report = scoreOf(instrument, counts, { level: 0.9 });
    const levels = [report.score, report.mean, report.normalizedMean, ...report.boxes.map(({ share }) => share)];
    expect(levels.map((estimate) => estimate?.level)).toEqual(levels.map(() => 0.9));
  });

  it.each([
    [{ ...nps, min: 1 }, 'Expected nps on 0–10, higher_is_better, got nps 1–10 higher_is_better'],
    [{ ...nps, min: 1, max: 5 }, 'got nps 1–5 higher_is_better. For other scales use variant "rating".'],
    [{ ...nps, polarity: 'lower_is_better' as const }, 'got nps 0–10 lower_is_better'],
    [{ ...ces2, polarity: 'lower_is_better' as const }, 'Expected ces2 on 1–7, higher_is_better'],
    [{ ...effort5, polarity: 'higher_is_better' as const }, 'Expected ces1 on 1–5 or 1–7, lower_is_better'],
    [{ ...csat, variant: 'toString' as never }, 'Expected variant to be one of nps, csat, ces2, ease5, ces1, rating'],
    [{ ...rating, max: 9.5 }, 'Expected a scale of whole numbers with min below max, got 1 to 9.5'],
  ])('throws for the invalid instrument %o', (instrument, message) => {
    const counts = Array(11).fill(1);
    expect(() => scoreOf(instrument, counts)).toThrow(RangeError);
    expect(() => scoreOf(instrument, counts)).toThrow(message);
  });

  it('throws an error that names the invalid count', () => {
    expect(() => scoreOf(csat, [1, 2, 3, 4])).toThrow(
      new RangeError('Expected 5 counts, one for each score from 1 to 5, got 4 counts'),
    );
    expect(() => scoreOf(csat, [1, -2, 3, 4, 5])).toThrow(
      new RangeError('Expected the count of score 2 to be a whole number, 0 or more, got -2'),
    );
    expect(() => scoreOf(csat, [1, 2, 3, 4, '5' as unknown as number])).toThrow(
      new TypeError('Expected the count of score 5 to be a number, got "5"'),
    );
    // biome-ignore lint/suspicious/noSparseArray: the test needs an array with a hole
    expect(() => scoreOf(csat, [1, , 3, 4, 5] as number[])).toThrow(TypeError);
    expect(() => scoreOf(csat, { 1: 5 } as never)).toThrow(
      new TypeError('Expected counts to be an array, got an object'),
    );
    expect(() => scoreOf(csat, Array(5).fill(Number.MAX_SAFE_INTEGER))).toThrow(/the sum of all counts/);
  });
});

describe('countScores', () => {
  it('counts a score of 0 as an answer', () => {
    expect(countScores([0, 0, 10, 9], nps)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });

  it.each([
    ['8', TypeError, 'got "8"'],
    [true, TypeError, 'got true'],
    [null, TypeError, 'got null'],
    [8.5, RangeError, 'got 8.5'],
    [Number.NaN, RangeError, 'got NaN'],
    [11, RangeError, 'Expected a score to be a whole number from 0 to 10, got 11'],
    [-1, RangeError, 'got -1'],
  ])('throws for the score %s', (score, kind, message) => {
    expect(() => countScores([9, score as number], nps)).toThrow(kind);
    expect(() => countScores([9, score as number], nps)).toThrow(message);
  });
});

describe('displayPolicy', () => {
  it.each([
    [0, 'none'],
    [1, 'counts'],
    [4, 'counts'],
    [5, 'few'],
    [29, 'few'],
    [30, 'differences'],
    [99, 'differences'],
    [100, 'all'],
    [1_000_000, 'all'],
  ])('returns for %i answers the policy %s', (n, policy) => {
    expect(displayPolicy(n)).toBe(policy);
  });

  it('throws for an invalid count', () => {
    expect(() => displayPolicy(-1)).toThrow(new RangeError('Expected n to be a whole number, 0 or more, got -1'));
    expect(() => displayPolicy(Number.NaN)).toThrow(RangeError);
    expect(() => displayPolicy('5' as unknown as number)).toThrow(TypeError);
  });
});
