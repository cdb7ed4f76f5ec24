/** Returns when the moment of an earlier page is due. After the clock was set back, the delay does not become longer. */
export const toDueAgain = (due: number, now: number, delayMs: number): number => Math.min(due, now + delayMs);
