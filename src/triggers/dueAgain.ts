/** Returns when a delayed trigger of an earlier page is due. If the device's clock was set back, the delay does not become longer. */
export const toDueAgain = (due: number, now: number, delayMs: number): number => Math.min(due, now + delayMs);
