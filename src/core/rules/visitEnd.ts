/** Returns when a clock that lasts for a visit opens: at once when that visit is over, else at a time that no calendar knows. */
export const toVisitEnd = (at: number, visitBegan: number): number => (at < visitBegan ? 0 : Number.POSITIVE_INFINITY);
