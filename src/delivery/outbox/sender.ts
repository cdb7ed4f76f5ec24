import type { FlushReason } from '../../api/transport.ts';
import { MAX_BYTES, MAX_EVENTS, toBatch } from './batch.ts';
import type { Carrier, Held } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import { post } from './post.ts';
import { toAskedMs, toPauseMs, toVerdict } from './receipt.ts';
import { type Records, WEEK_MS } from './records.ts';

/**
 * The delay before the next batch when a request made progress without a delivery, or while another tab sends. It is short, but long enough
 * to avoid bursts of requests.
 */
export const SOON_MS = 250;

/** Sends batches of events and handles their receipts. */
export interface Sender {
  /** Sends a batch from the start of the list. Resolves the milliseconds to wait before the next batch. */
  send(waiting: readonly Held[], reason: FlushReason, maxBytes?: number): Promise<number>;
  /** Resets the number of consecutive failures. */
  restart(): void;
}

/** Creates the sender of an event queue. */
export const createSender = (options: OutboxOptions, records: Records, pace: Pace): Sender => {
  const { now, random, onDelivery, onRetry } = options;
  /** The number of consecutive failures. */
  let attempt = 0;
  /** The maximum number of events in the next batch. It is reduced after a batch that the collector could not read. */
  let most = MAX_EVENTS;

  return {
    async send(waiting, reason, maxBytes = MAX_BYTES) {
      const isLast = reason === 'hidden';
      const batch = toBatch(waiting, isLast ? MAX_EVENTS : most, maxBytes);
      const sentAs = attempt;
      const request: Carrier = { open: true, lasting: isLast || sentAs < 1 };
      for (const held of batch) held.request = request;
      pace.request();
      const receipt = await post(options, batch, sentAs, reason);
      request.open = false;
      const { status, accepted, rejected } = receipt;
      const verdict = toVerdict(receipt);
      if (verdict === 'retry') pace.hold(toAskedMs(receipt.retryAfter, now()));
      // Events that were deleted meanwhile, or that a parallel request delivered, need no handling.
      const open = batch.filter(({ key }) => records.held.has(key));
      if (open.length < 1) return 0;

      const isTaken = verdict === 'taken';
      let isProgress = verdict === 'unreadable';
      // Halving the batch finds the unreadable event, or the batch size that the collector accepts.
      if (isProgress) most = batch.length >> 1;
      const isFinal = isProgress ? !most : verdict === 'refused' && pace.refuse();
      const delivered: string[] = [];
      for (const held of open) {
        const { id, record } = held;
        const rejection = isTaken && rejected?.get(id);
        if (isTaken && (accepted?.has(id) ?? true)) {
          records.remove(held);
          delivered.push(id);
        } else if (rejection) {
          isProgress = true;
          records.giveUp(held, rejection);
        } else if (isFinal) records.giveUp(held, `http_${status}`);
        else if (verdict !== 'unreadable' && now() - record.time > WEEK_MS) records.giveUp(held, 'expired');
      }
      if (delivered.length > 0) {
        attempt = 0;
        // The batch size grows slowly, because a collector with a lower limit would otherwise refuse a batch after each delivery.
        most = Math.min(MAX_EVENTS, 2 * most + 2);
        pace.clear();
        onDelivery({ ids: delivered, status, attempt: sentAs });
        return 0;
      }
      if (isProgress) return SOON_MS;
      attempt++;
      onRetry(status);
      return toPauseMs(attempt, status, random);
    },
    restart() {
      attempt = 0;
    },
  };
};
