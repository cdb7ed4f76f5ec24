import type { ReadReceipt } from './post.ts';
import { isTaken } from './receipt.ts';

/**
 * The meaning of a receipt for its batch. `taken`: the collector has accepted at least some events. `unreadable`: it cannot read one of the
 * events, or the batch is too large. `refused`: it denies access. `retry`: any other receipt.
 */
export type Verdict = 'taken' | 'unreadable' | 'refused' | 'retry';

/** The HTTP status codes after which the batch is sent again. */
const TRY_LATER = [408, 425, 429];

/** Interprets a receipt. */
export const toVerdict = (receipt: Pick<ReadReceipt, 'status' | 'accepted'>): Verdict => {
  const { status } = receipt;
  if (isTaken(receipt)) return 'taken';
  if ([400, 413, 422].includes(status)) return 'unreadable';
  return status >= 400 && status < 500 && !TRY_LATER.includes(status) ? 'refused' : 'retry';
};
