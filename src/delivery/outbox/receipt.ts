import type { Receipt } from '../../api/transport.ts';
import type { ReadReceipt } from './post.ts';

/**
 * The meaning of a receipt for its batch. `taken`: the collector has accepted at least some events. `unreadable`: it cannot read one of the
 * events, or the batch is too large. `refused`: it denies access. `retry`: any other receipt.
 */
type Verdict = 'taken' | 'unreadable' | 'refused' | 'retry';

/** The HTTP status codes after which the batch is sent again. */
const TRY_LATER = [408, 425, 429];

/**
 * Interprets a receipt. A receipt with the status 200 must list the accepted events, because captive portals respond with 200 to every
 * request.
 */
export const toVerdict = ({ status, accepted }: ReadReceipt): Verdict => {
  if (status === 200 ? accepted : [202, 204, 409].includes(status)) return 'taken';
  if ([400, 413, 422].includes(status)) return 'unreadable';
  return status >= 400 && status < 500 && !TRY_LATER.includes(status) ? 'refused' : 'retry';
};

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
