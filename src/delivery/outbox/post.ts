import type { FlushReason, Receipt } from '../../api/transport.ts';
import type { Held } from './held.ts';
import type { Ports } from './ports.ts';

const TIMEOUT_MS = 10_000;

/** The receipt of a batch, with the list of accepted events parsed. */
export interface ReadReceipt extends Pick<Receipt, 'status' | 'retryAfter'> {
  readonly accepted?: ReadonlySet<string> | undefined;
  /** The rejected events as the transport lists them, which may be anything. */
  readonly rejected?: unknown;
}

/**
 * Sends a batch with the transport and returns the receipt. A transport that throws, times out or returns an invalid receipt is treated as
 * a network failure.
 */
export const post = async (
  { transport, timeout }: Ports,
  batch: readonly Held[],
  attempt: number,
  reason: FlushReason,
): Promise<ReadReceipt> => {
  const signal = timeout(TIMEOUT_MS);
  try {
    const sent = transport(`[${batch.map(({ record }) => record.json)}]`, {
      ids: batch.map(({ id }) => id),
      attempt,
      reason,
      signal,
    });
    // A transport may ignore its abort signal, so the timeout is also applied here.
    const aborted = new Promise<never>((_, reject) => {
      signal.onabort = reject;
    });
    const receipt = await Promise.race([sent, aborted]);
    return { ...receipt, accepted: receipt.accepted && new Set(receipt.accepted) };
  } catch {
    return { status: 0 };
  }
};
