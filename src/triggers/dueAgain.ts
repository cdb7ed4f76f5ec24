/** Returns when a moment that an earlier page left is due. A clock that was set back does not prolong the delay. */
export const toDueAgain = (due: number, now: number, delayMs: number): number => Math.min(due, now + delayMs);
