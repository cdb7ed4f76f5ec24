import type { Receipt } from './transport.ts';

/** Says whether the collector has the events. A 200 without a line for each is no receipt: captive portals say it to everything. */
export const isDelivered = ({ status, accepted }: Receipt): boolean =>
  status === 200 ? !!accepted : [202, 204, 409].includes(status);

const HOUR_MS = 3_600_000;

/**
 * Milliseconds until the next attempt: full jitter up to 1 s · 2ⁿ and 5 min, never before what the collector asked for
 * (seconds or an HTTP date, at most an hour).
 */
export const toWaitMs = (attempt: number, { retryAfter }: Receipt, now: number, random: () => number): number => {
  const seconds = Number(retryAfter);
  const asked = seconds >= 0 ? seconds * 1000 : Date.parse(`${retryAfter}`) - now;
  return Math.max(random() * Math.min(300_000, 1000 * 2 ** attempt), Math.min(HOUR_MS, asked || 0));
};
