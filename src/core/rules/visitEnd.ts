/** Returns when a clock with the period `visit` opens: at once when that visit has ended, else at an unknown time. */
export const toVisitEnd = (at: number, visitBegan: number): number => (at < visitBegan ? 0 : Number.POSITIVE_INFINITY);
