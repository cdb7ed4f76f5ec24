const ADDED_ANSWERS = 3;
const ADDED_AT_EACH_END = 0.75;

type Shares = { readonly promoters: number; readonly detractors: number; readonly n: number };

/**
 * Pretends three more people answered: ¾ promoter, 1½ passive, ¾ detractor. Returns the net score of all of them, −1–1,
 * and its variance (P + D − (P − D)²) / n. The counts need not be whole, so that a plan can be adjusted like a sample.
 *
 * Source: one of the adjusted Wald intervals in Rocks, "Interval Estimation for the 'Net Promoter Score'", The American
 * Statistician 70(4), 2016, after Agresti & Coull 1998. The unadjusted interval has no width when all say the same.
 */
export function adjustNps({ promoters, detractors, n }: Shares): { net: number; variance: number } {
  const size = n + ADDED_ANSWERS;
  const net = (promoters - detractors) / size;
  const atEitherEnd = (promoters + detractors + 2 * ADDED_AT_EACH_END) / size;
  return { net, variance: (atEitherEnd - net * net) / size };
}
