import { describe, expect, it } from 'vitest';
import { type Interval, type NpsCounts, nps } from '../../src/score/index.ts';

/** The shares of the three segments, 0–1. */
type Population = NpsCounts;
type IntervalOf = (counts: NpsCounts) => Interval | null;

const adjustedWald: IntervalOf = (counts) => nps(counts)?.interval ?? null;

/** The unadjusted textbook interval, for comparison. */
const plainWald: IntervalOf = ({ promoters, passives, detractors }) => {
  const n = promoters + passives + detractors;
  const net = (promoters - detractors) / n;
  const reach = 1.959963984540054 * Math.sqrt(((promoters + detractors) / n - net * net) / n);
  return { low: 100 * (net - reach), high: 100 * (net + reach) };
};

function holdsTruth(interval: Interval | null, { promoters, detractors }: Population): boolean {
  const truth = 100 * (promoters - detractors);
  // The tolerance keeps rounding from deciding when the true score equals an end of the interval.
  return interval !== null && interval.low <= truth + 1e-9 && truth - 1e-9 <= interval.high;
}

/** Returns every possible sample of n respondents, with the number of ways to draw it. */
function everySample(n: number, intervalOf: IntervalOf) {
  const lnFactorial = [0];
  for (let k = 1; k <= n; k++) lnFactorial.push((lnFactorial[k - 1] ?? 0) + Math.log(k));
  const ln = (k: number) => lnFactorial[k] ?? Number.NaN;
  const samples = [];
  for (let promoters = 0; promoters <= n; promoters++) {
    for (let passives = 0; passives <= n - promoters; passives++) {
      const counts = { promoters, passives, detractors: n - promoters - passives };
      const ways = Math.exp(ln(n) - ln(promoters) - ln(passives) - ln(counts.detractors));
      samples.push({ counts, ways, interval: intervalOf(counts) });
    }
  }
  return samples;
}

/** Returns the exact probability, 0–1, that the interval contains the true score, summed over every sample. */
function coverage(population: Population, samples: ReturnType<typeof everySample>): number {
  let sum = 0;
  for (const { counts, ways, interval } of samples) {
    if (!holdsTruth(interval, population)) continue;
    sum +=
      ways *
      population.promoters ** counts.promoters *
      population.passives ** counts.passives *
      population.detractors ** counts.detractors;
  }
  return sum;
}

/** Creates Marsaglia's xorshift generator. A seed gives the same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function simulatedCoverage(population: Population, n: number, intervalOf: IntervalOf): number {
  const random = createRandom(20_260_101);
  const rounds = 10_000;
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const counts = { promoters: 0, passives: 0, detractors: 0 };
    for (let i = 0; i < n; i++) {
      const draw = random();
      if (draw < population.promoters) counts.promoters++;
      else if (draw < population.promoters + population.passives) counts.passives++;
      else counts.detractors++;
    }
    if (holdsTruth(intervalOf(counts), population)) held++;
  }
  return held / rounds;
}

const grid: Population[] = [];
for (let promoters = 0; promoters <= 20; promoters++) {
  for (let detractors = 0; detractors <= 20 - promoters; detractors++) {
    const passives = 20 - promoters - detractors;
    grid.push({ promoters: promoters / 20, passives: passives / 20, detractors: detractors / 20 });
  }
}

// A finer grid of populations without detractors, where the coverage is lowest.
const edge = Array.from({ length: 201 }, (_, i): Population => {
  return { promoters: i / 200, passives: 1 - i / 200, detractors: 0 };
});

const happy = { promoters: 0.95, passives: 0.025, detractors: 0.025 };

describe('the 95 % interval of the NPS', () => {
  it('contains the true score of a very satisfied population in 95 % of samples of 10 answers, the textbook interval in 40 %', () => {
    expect(coverage(happy, everySample(10, plainWald))).toBeCloseTo(0.4, 2);
    expect(coverage(happy, everySample(10, adjustedWald))).toBeGreaterThan(0.95);
  });

  it('contains the true score of simulated samples as often as the exact calculation says', () => {
    expect(simulatedCoverage(happy, 10, plainWald)).toBeLessThan(0.42);
    expect(simulatedCoverage(happy, 10, adjustedWald)).toBeGreaterThan(0.95);
    const usual = { promoters: 0.5, passives: 0.3, detractors: 0.2 };
    expect(simulatedCoverage(usual, 30, adjustedWald)).toBeGreaterThan(0.93);
  });

  it.each([
    [1, 0.6],
    [5, 0.79],
    [10, 0.86],
    [20, 0.89],
    [30, 0.9],
    [50, 0.91],
  ])(
    'with %i answers contains the true score in 95 % of samples on average, and in a share of at least %d for the worst population',
    (n, least) => {
      const samples = everySample(n, adjustedWald);
      const covered = grid.map((population) => coverage(population, samples));
      expect(covered.reduce((sum, one) => sum + one) / covered.length).toBeGreaterThan(0.948);
      covered.push(...edge.map((population) => coverage(population, samples)));
      expect(Math.min(...covered)).toBeGreaterThanOrEqual(least);
    },
  );

  it.each([10, 30, 50])('with %i answers has a better worst case than the textbook interval', (n) => {
    const worst = (intervalOf: IntervalOf) => {
      const samples = everySample(n, intervalOf);
      // Leaves out populations with one segment, for which the textbook interval of width 0 is correct.
      const mixed = [...grid, ...edge].filter((shares) => Object.values(shares).every((share) => share < 1));
      return Math.min(...mixed.map((population) => coverage(population, samples)));
    };
    expect(worst(plainWald)).toBeLessThan(0.4);
    expect(worst(adjustedWald)).toBeGreaterThan(0.86);
  });
});
