import type { Receipt } from '../../api/transport.ts';
import type { ReadReceipt } from './post.ts';

/**
 * Returns true when the collector has taken the batch, or the events that the receipt lists. A receipt with the status 200 must list them,
 * because captive portals respond with 200 to every request.
 */
export const isTaken = ({ status, accepted }: Pick<ReadReceipt, 'status' | 'accepted'>): boolean =>
  status === 200 ? !!accepted : [202, 204, 409].includes(status);

const MAX_PAUSE_MS = 300_000;
/** The number of attempts in a row without any response after which every pause has the maximum length. */
const SILENT_ATTEMPTS = 3;

/** Returns the milliseconds until the next attempt: a random time up to 1 s · 2ⁿ (full jitter), at most 5 minutes. */
export const toPauseMs = (attempt: number, status: number, random: () => number): number =>
  status || attempt < SILENT_ATTEMPTS ? random() * Math.min(MAX_PAUSE_MS, 1000 * 2 ** attempt) : MAX_PAUSE_MS;

/**
 * Converts a Retry-After header, in seconds or as an HTTP date, to milliseconds from now. Returns a negative number for a past date, NaN
 * for an invalid header.
 */
export const toAskedMs = (retryAfter: Receipt['retryAfter'], now: number): number => {
  const seconds = Number(retryAfter);
  return seconds >= 0 ? seconds * 1000 : Date.parse(`${retryAfter}`) - now;
};
