import type { FlushReason } from '../../api/transport.ts';
import { MAX_BYTES } from './batch.ts';
import { type Held, isIdle } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import type { Records } from './records.ts';
import { createSender, SOON_MS } from './sender.ts';

/** Decides when batches are sent. A drain sends one batch after the other, while it holds the lock of the queue. */
export interface Drain {
  /** Drains now; resolves at the end. The first batch carries the reason. */
  run(reason: FlushReason): Promise<void>;
  /** Drains after this time, unless a drain is planned already. */
  schedule(ms: number, reason?: FlushReason): void;
  /** Sends now, in this task, the events that would be lost with the page. */
  leave(): void;
  /** Ends a pause after a failure. A page that is `restored` may have lost the responses to its requests. */
  wake(restored?: boolean | undefined): void;
  /** Sets whether events may be sent. At first they may not. */
  open(isOpen: boolean): void;
}

/** Creates the drain of a queue. */
export const createDrain = (options: OutboxOptions, records: Records, pace: Pace): Drain => {
  const { lock, after, random } = options;
  const { held } = records;
  const sender = createSender(options, records, pace);
  let mayLeave = false;
  /** The reason that the next batch carries. */
  let why: FlushReason = 'retry';
  let current: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;

  /** Lists the events that may be sent now, answers first. */
  const ready = (isFree: (record: Held) => boolean): Held[] =>
    mayLeave && pace.wait() <= 0
      ? [...held.values()]
          .filter((each) => isFree(each) && !records.isGone(each))
          .sort((one, other) => +other.record.answer - +one.record.answer)
      : [];

  const start = (): Promise<void> => {
    current ??= (async () => {
      // Events of the same task share a request.
      await undefined;
      let pauseMs: number | undefined = 0;
      if (ready(isIdle).length > 0) {
        // Remains set when another tab holds the lock.
        pauseMs = undefined;
        await lock(async () => {
          pauseMs = 0;
          for (let waiting = ready(isIdle); !pauseMs && waiting.length > 0; waiting = ready(isIdle)) {
            const reason = why;
            why = 'retry';
            pauseMs = await sender.send(waiting, reason);
          }
        });
      }
      current = undefined;
      plan(pauseMs ?? SOON_MS * (1 + 2 * random()));
    })();
    return current;
  };

  /** Plans a drain after this time if events are waiting. Replaces an earlier plan. */
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
      // A keepalive request survives the page. Other pages send their own events.
      const mine = ready(({ own, request }) => own && !(request?.open && request.lasting));
      // The keepalive budget of a browser is small, and another request may be using it.
      if (mine.length > 0) void sender.send(mine, 'hidden', current ? MAX_BYTES / 4 : MAX_BYTES).then(plan);
    },
    wake(restored) {
      sender.restart();
      if (restored) {
        // In Firefox, requests of a page in the back/forward cache never settle, and their timeouts never fire.
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
