import type { FlushReason, Receipt } from '../../api/transport.ts';
import type { Held } from './held.ts';
import type { Ports } from './ports.ts';

const TIMEOUT_MS = 10_000;

/** Rejects on abort, for a transport that ignores its signal. */
const toAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.onabort = () => reject(signal.reason);
  });

/** Copies the receipt of a transport; throws when it is not one. */
const toReceipt = ({ status, retryAfter, accepted, rejected }: Receipt): Receipt => ({
  status,
  retryAfter,
  accepted: accepted && [...accepted],
  rejected: rejected?.map(({ id, code }) => ({ id, code })),
});

/**
 * Gives a batch to the transport. A transport that throws, times out or returns an invalid receipt is treated as a network
 * failure.
 */
export const post = async (
  { transport, timeout }: Ports,
  batch: readonly Held[],
  attempt: number,
  reason: FlushReason,
): Promise<Receipt> => {
  const signal = timeout(TIMEOUT_MS);
  const ids = batch.map(({ id }) => id);
  try {
    const sent = transport(`[${batch.map(({ json }) => json)}]`, { ids, attempt, reason, signal });
    return toReceipt(await Promise.race([sent, toAborted(signal)]));
  } catch {
    return { status: 0 };
  }
};
