/**
 * Returns when a frequency cap with the period `visit` ends: a past time when that visit has ended, else infinity, because the end of the
 * current visit is unknown.
 */
export const toVisitEnd = (at: number, visitBegan: number): number => (at < visitBegan ? 0 : Number.POSITIVE_INFINITY);
