const ADDED_ANSWERS = 3;
const ADDED_AT_EACH_END = 0.75;

type Shares = { readonly promoters: number; readonly detractors: number; readonly n: number };

/**
 * Adds three imaginary answers: ¾ promoter, 1½ passive and ¾ detractor. Returns the net score of all answers, −1–1, and
 * its variance (P + D − (P − D)²) / n. Fractional counts are allowed, because {@link sampleSizeForNps} passes expected
 * counts.
 *
 * Source: one of the adjusted Wald intervals in Rocks, "Interval Estimation for the 'Net Promoter Score'", The American
 * Statistician 70(4), 2016, after Agresti & Coull 1998. Without the adjustment, the interval has a width of 0 when all
 * answers are in the same segment.
 */
export function adjustNps({ promoters, detractors, n }: Shares): { net: number; variance: number } {
  const size = n + ADDED_ANSWERS;
  const net = (promoters - detractors) / size;
  const atEitherEnd = (promoters + detractors + 2 * ADDED_AT_EACH_END) / size;
  return { net, variance: (atEitherEnd - net * net) / size };
}
