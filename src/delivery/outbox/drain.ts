import type { FlushReason } from '../../api/transport.ts';
import { MAX_BYTES } from './batch.ts';
import { type Held, isIdle } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import type { Records } from './records.ts';
import type { FetchRecover } from './recover.ts';
import { createSender, SOON_MS } from './sender.ts';

/** Decides when the outbox sends its batches. A drain sends up to two batches while it holds the lock of the event queue, and plans the next one. */
export interface Drain {
  /** Starts a drain now, or waits for the one that is under way. The transport gets the reason with the first batch. */
  run(reason: FlushReason): Promise<void>;
  /** Starts a drain after this time, unless one is already scheduled. */
  schedule(ms: number, reason?: FlushReason): void;
  /** Sends, in the current task, the events that would be lost when the page unloads. */
  leave(): void;
  /**
   * Ends the pause after a failed request. A page that is `restored` from the back/forward cache may have lost the responses to its
   * requests.
   */
  wake(restored?: boolean | undefined): void;
  /** Sets whether events may be sent. Initially they may not. */
  open(isOpen: boolean): void;
}

/** Creates the drain of an event queue. */
export const createDrain = (
  options: OutboxOptions,
  records: Records,
  pace: Pace,
  fetchRecover: FetchRecover,
): Drain => {
  const { lock, after, random } = options;
  const { held } = records;
  const sender = createSender(options, records, pace, fetchRecover);
  let mayLeave = false;
  /** The reason that the transport gets with the next batch. */
  let why: FlushReason = 'retry';
  let current: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;

  /** Lists the events that may be sent now. Events with an answer come first. */
  const ready = (isFree: (record: Held) => boolean): Held[] =>
    mayLeave && pace.wait() <= 0
      ? [...held.values()]
          .filter((each) => isFree(each) && !records.isGone(each))
          .sort((one, other) => +other.record.answer - +one.record.answer)
      : [];

  /** Sends one batch. Resolves the milliseconds to wait before the next one; 0 when all of the batch was delivered. */
  const send = () => {
    const waiting = ready(isIdle);
    const reason = why;
    why = 'retry';
    return waiting[0] && sender.send(waiting, reason);
  };

  const start = (): Promise<void> => {
    current ??= (async () => {
      // Events that are recorded in the same task share a request.
      await undefined;
      // Applies when another tab holds the lock.
      let pauseMs = SOON_MS * (1 + 2 * random());
      if (ready(isIdle)[0])
        await lock(async () => {
          // The second batch has what was recorded during the first. More than five requests in a second would be a burst.
          pauseMs = (await send()) || (await send()) || 2 * SOON_MS;
        });
      current = undefined;
      plan(pauseMs);
    })();
    return current;
  };

  /** Schedules a drain after this time if events are waiting. Replaces a drain that was already scheduled. */
  const plan = (ms: number) => {
    stopTimer?.();
    stopTimer = undefined;
    if (!mayLeave || ![...held.values()].some(isIdle)) return;
    stopTimer = after(Math.max(ms, pace.wait()), () => {
      stopTimer = undefined;
      void start();
    });
  };

  return {
    run(reason) {
      why = reason;
      return start();
    },
    schedule(ms, reason = why) {
      why = reason;
      if (!stopTimer) plan(ms);
    },
    leave() {
      // An event in a pending keepalive request is not sent again, because that request survives the page.
      // Other pages send their own events.
      const mine = ready(({ own, request }) => own && !(request?.open && request.lasting));
      // The browser's total for keepalive requests is small, and another request may be using it.
      if (mine.length > 0) void sender.send(mine, 'hidden', current ? MAX_BYTES / 4 : MAX_BYTES).then(plan);
    },
    wake(restored) {
      sender.restart();
      if (restored) {
        // In Firefox, the requests of a page in the back/forward cache never settle, and their timeouts never fire.
        current = undefined;
        for (const { request } of held.values()) if (request) request.open = false;
      }
      plan(SOON_MS);
    },
    open(isOpen) {
      mayLeave = isOpen;
      plan(0);
    },
  };
};
