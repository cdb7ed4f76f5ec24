import type { Receipt } from '../transport/transport.ts';
import { HOUR_MS } from './pace.ts';

/** Rejects when a signal says stop, for a transport that does not hear it. */
export const toAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.onabort = reject;
  });

/** Copies what a transport said; throws when it is no receipt at all. */
export const toReceipt = ({ status, retryAfter, accepted, rejected }: Receipt): Receipt => ({
  status,
  retryAfter,
  accepted: accepted && [...accepted],
  rejected: rejected?.map(({ id, code }) => ({ id, code })),
});

/** Retry and wait: these are no refusals. */
const LATER = [408, 425, 429];

/**
 * Reads a status. `taken`: the collector has the events, or some of them. `unreadable`: one of them, or all together, can't be
 * read. `refused`: not here, not for you. A 200 without a line for each event is no receipt: captive portals say it to everything.
 */
export const toVerdict = ({ status, accepted }: Receipt): 'taken' | 'unreadable' | 'refused' | 'retry' => {
  if (status === 200 ? accepted : [202, 204, 409].includes(status)) return 'taken';
  if ([400, 413, 422].includes(status)) return 'unreadable';
  return status >= 400 && status < 500 && !LATER.includes(status) ? 'refused' : 'retry';
};

const SLOW_LANE_MS = 300_000;
/** After so many attempts in a row, when nothing was heard. */
const SILENT_ATTEMPTS = 3;

/** Milliseconds until the next attempt: full jitter up to 1 s · 2ⁿ and 5 min; 5 min in the slow lane. */
export const toPauseMs = (attempt: number, status: number, random: () => number): number =>
  status || attempt < SILENT_ATTEMPTS ? random() * Math.min(SLOW_LANE_MS, 1000 * 2 ** attempt) : SLOW_LANE_MS;

/** Milliseconds that Retry-After asks for, in seconds or as an HTTP date; at most an hour, and below 0 for what is over. */
export const toAskedMs = (retryAfter: Receipt['retryAfter'], now: number): number => {
  const seconds = Number(retryAfter);
  const asked = seconds >= 0 ? seconds * 1000 : Date.parse(`${retryAfter}`) - now;
  return Math.min(HOUR_MS, asked || 0);
};
