import type { FlushReason, Receipt } from '../../api/transport.ts';
import { MAX_EVENTS } from './batch.ts';
import { type Carrier, type Held, OVER } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import type { Parts } from './parts.ts';
import { type Records, WEEK_MS } from './records.ts';

/** After progress that was no delivery, and while another tab sends: soon again, but never a burst. */
export const SOON_MS = 250;

/** Sends batches and does what their receipts say. */
export interface Sender {
  /** How many events the next batch may have: fewer after one that was unreadable. */
  most(): number;
  /** Milliseconds until the next attempt of this page. */
  pauseMs(): number;
  /** Sends one batch; resolves whether the next may leave at once. */
  send(batch: readonly Held[], reason: FlushReason): Promise<boolean>;
  /** Forgets the failures, and with them the pause. */
  restart(): void;
}

/** Creates the sender of a queue. */
export const createSender = (options: OutboxOptions, records: Records, pace: Pace, parts: Parts): Sender => {
  const { ports, onDelivery, onUndeliverable, onRetry } = options;
  const { now, random } = ports;
  /** Failures in a row. */
  let attempt = 0;
  let pauseMs = 0;
  let most = MAX_EVENTS;

  const giveUp = (record: Held, code: string, parked?: boolean) => {
    records.remove(record, parked);
    onUndeliverable?.({ id: record.id, code, json: record.json });
  };

  /** Removes what the collector accepted and gives up what it rejected. A receipt may do neither. */
  const take = ({ status, accepted, rejected }: Receipt, batch: readonly Held[], sentAs: number) => {
    const delivered: string[] = [];
    let outcome: 'delivered' | 'rejected' | 'nothing' = 'nothing';
    for (const record of batch) {
      const { id } = record;
      const rejection = rejected?.find((each) => each.id === id);
      if (!accepted || accepted.includes(id)) {
        records.remove(record);
        delivered.push(id);
      } else if (rejection) {
        outcome = 'rejected';
        giveUp(record, `${rejection.code}`, true);
      }
    }
    if (delivered.length < 1) return outcome;
    attempt = pauseMs = 0;
    // Not all at once: a collector with a lower limit would have to refuse after each delivery.
    most = Math.min(MAX_EVENTS, 2 * most + 2);
    pace.clear();
    onDelivery?.({ ids: delivered, status, attempt: sentAs });
    return 'delivered';
  };

  /** Keeps a batch for the next attempt, unless this was its last. */
  const fail = (status: number, batch: readonly Held[], isRefused: boolean) => {
    attempt++;
    pauseMs = parts.toPauseMs(attempt, status, random);
    const isFinal = isRefused && pace.refuse();
    for (const record of batch) {
      if (isFinal) giveUp(record, `http_${status}`, true);
      else if (now() - record.time > WEEK_MS) giveUp(record, 'expired');
    }
    onRetry?.(status);
  };

  /** Does what a receipt says for the events of a batch that are still open; returns whether any was delivered. */
  const settle = (receipt: Receipt, open: readonly Held[], sent: number, sentAs: number): boolean => {
    const { status } = receipt;
    const verdict = parts.toVerdict(receipt);
    const outcome = verdict === 'taken' ? take(receipt, open, sentAs) : verdict;
    switch (outcome) {
      case 'delivered':
        return true;
      case 'rejected':
        pauseMs = SOON_MS;
        return false;
      case 'unreadable':
        pauseMs = SOON_MS;
        // Halving finds the event that can't be read, or the size that the collector takes.
        most = sent >> 1;
        for (const record of most ? [] : open) giveUp(record, `http_${status}`, true);
        return false;
      case 'refused':
      case 'retry':
      case 'nothing':
        fail(status, open, outcome === 'refused');
        return false;
      default:
        return outcome satisfies never;
    }
  };

  return {
    most: () => most,
    pauseMs: () => pauseMs,
    async send(batch, reason) {
      const sentAs = attempt;
      const request: Carrier = { state: reason === 'hidden' || sentAs < 1 ? 'lasting' : 'fragile' };
      for (const record of batch) record.request = request;
      pace.request();
      const receipt = await parts.post(ports, batch, sentAs, reason);
      // A later request may carry the event by now.
      for (const record of batch) if (record.request === request) record.request = OVER;
      if (parts.toVerdict(receipt) === 'retry') pace.hold(parts.toAskedMs(receipt.retryAfter, now()));
      // Events that were deleted meanwhile, or delivered by a parallel request, are settled.
      const open = batch.filter((record) => records.held().includes(record));
      return open.length < 1 || settle(receipt, open, batch.length, sentAs);
    },
    restart() {
      attempt = pauseMs = 0;
    },
  };
};
