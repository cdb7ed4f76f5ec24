import type { FlushReason } from '../../api/transport.ts';
import { MAX_EVENTS, toBatch } from './batch.ts';
import type { Carrier, Held } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import { post } from './post.ts';
import { isTaken, toAskedMs, toPauseMs } from './receipt.ts';
import type { Records } from './records.ts';
import type { FetchRecover, SenderState } from './recover.ts';

/** The delay before the next batch after progress, or while another tab sends. It is short, but long enough to avoid bursts of requests. */
export const SOON_MS = 250;

/** Sends batches of events and handles their receipts. */
export interface Sender {
  /** Sends a batch from the start of the list. Resolves the milliseconds to wait before the next batch. */
  send(waiting: readonly Held[], reason: FlushReason, maxBytes?: number): Promise<number>;
  /** Resets the number of consecutive failures. */
  restart(): void;
}

/** Creates the sender of an event queue. */
export const createSender = (
  options: OutboxOptions,
  records: Records,
  pace: Pace,
  fetchRecover: FetchRecover,
): Sender => {
  const { now, random, onDelivery } = options;
  const state: SenderState = { attempt: 0, most: MAX_EVENTS };

  return {
    async send(waiting, reason, maxBytes) {
      const isLast = reason === 'hidden';
      const batch = toBatch(waiting, isLast ? MAX_EVENTS : state.most, maxBytes);
      const sentAs = state.attempt;
      const request: Carrier = { open: true, lasting: isLast || sentAs < 1 };
      for (const held of batch) held.request = request;
      pace.request();
      const receipt = await post(options, batch, sentAs, reason);
      request.open = false;
      const { status, accepted } = receipt;
      const taken = isTaken(receipt);
      if (!taken) pace.hold(toAskedMs(receipt.retryAfter, now()));
      // Events that were deleted meanwhile, or that a parallel request delivered, need no handling.
      const open = batch.filter(({ key }) => records.held.has(key));
      const delivered = open.filter(({ id }) => taken && (accepted?.has(id) ?? true));
      for (const held of delivered) records.remove(held);
      if (delivered[0]) {
        state.attempt = 0;
        // The batch size grows slowly, because a collector with a lower limit would otherwise refuse a batch after each delivery.
        state.most = Math.min(MAX_EVENTS, 2 * state.most + 2);
        pace.clear();
        onDelivery({ ids: delivered.map(({ id }) => id), status, attempt: sentAs });
      }
      if (delivered.length === open.length) return 0;
      // Counts at once, because another request may deliver while the code for failures is being fetched.
      if (!delivered[0]) state.attempt++;
      // Without any response, the events only wait. Whether a second silence has a reason is looked up.
      const recover = status || sentAs ? await fetchRecover() : undefined;
      const isProgress = recover?.({ receipt, batch, options, records, pace, state });
      if (isProgress) state.attempt = 0;
      if (delivered[0] || isProgress) return SOON_MS;
      return toPauseMs(state.attempt, status, random);
    },
    restart() {
      state.attempt = 0;
    },
  };
};
