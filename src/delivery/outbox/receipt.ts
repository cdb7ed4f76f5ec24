import type { Receipt } from '../../api/transport.ts';
import type { ReadReceipt } from './post.ts';

/**
 * What a receipt means for its batch. `taken`: the collector has accepted at least some events. `unreadable`: it cannot read one of the
 * events, or the batch is too large. `refused`: it denies access. `retry`: anything else.
 */
type Verdict = 'taken' | 'unreadable' | 'refused' | 'retry';

/** The status codes that ask for another attempt. */
const TRY_LATER = [408, 425, 429];

/** Reads a receipt. A 200 must list the events, because captive portals answer 200 to every request. */
export const toVerdict = ({ status, accepted }: ReadReceipt): Verdict => {
  if (status === 200 ? accepted : [202, 204, 409].includes(status)) return 'taken';
  if ([400, 413, 422].includes(status)) return 'unreadable';
  return status >= 400 && status < 500 && !TRY_LATER.includes(status) ? 'refused' : 'retry';
};

const MAX_PAUSE_MS = 300_000;
/** After this many attempts in a row without any response, only the longest pause is used. */
const SILENT_ATTEMPTS = 3;

/** Milliseconds until the next attempt: full jitter up to 1 s · 2ⁿ, at most 5 minutes. */
export const toPauseMs = (attempt: number, status: number, random: () => number): number =>
  status || attempt < SILENT_ATTEMPTS ? random() * Math.min(MAX_PAUSE_MS, 1000 * 2 ** attempt) : MAX_PAUSE_MS;

/** Returns the milliseconds of a Retry-After header in seconds or as an HTTP date: negative for a past date, NaN when invalid. */
export const toAskedMs = (retryAfter: Receipt['retryAfter'], now: number): number => {
  const seconds = Number(retryAfter);
  return seconds >= 0 ? seconds * 1000 : Date.parse(`${retryAfter}`) - now;
};
