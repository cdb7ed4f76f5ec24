import type { Receipt } from './transport.ts';

/** What to do with the events of a batch. `split` sends halves; a single event that can't be split is undeliverable. */
export type Verdict = { readonly type: 'delivered' | 'retry' | 'split' | 'undeliverable' | 'refused' };

/** Reads the status as the collector contract says. */
export const toVerdict = ({ status, accepted }: Receipt): Verdict['type'] => {
  if (status === 200) return accepted ? 'delivered' : 'retry';
  if (status === 202 || status === 204 || status === 409) return 'delivered';
  if (status === 400 || status === 413) return 'split';
  if (status === 422) return 'undeliverable';
  // Misconfigured for now: a key or an address somebody will put right.
  if ([401, 403, 404, 410].includes(status)) return 'refused';
  return 'retry';
};

const HOUR_MS = 3_600_000;

/** Milliseconds that the collector asked for, 0 … 1 h. Seconds or an HTTP date; anything else is 0. */
export const toRetryAfterMs = (retryAfter: Receipt['retryAfter'], now: number): number => {
  if (retryAfter === undefined || retryAfter === '') return 0;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(`${retryAfter}`) - now : seconds * 1000;
  return Math.min(HOUR_MS, Math.max(0, wait || 0));
};

/** Milliseconds until the next attempt: full jitter up to 1 s · 2ⁿ and 5 min, never before what the collector asked for. */
export const toBackoffMs = (attempt: number, refused: boolean, random: () => number): number =>
  refused ? HOUR_MS : random() * Math.min(300_000, 1000 * 2 ** attempt);
