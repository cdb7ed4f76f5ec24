import type { FlushReason } from '../../api/transport.ts';
import { MAX_BYTES, MAX_EVENTS } from './batch.ts';
import { type Held, isIdle } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import type { Parts } from './parts.ts';
import type { Records } from './records.ts';
import { type Sender, SOON_MS } from './sender.ts';

/** Decides when batches leave. A drain sends one batch after the other, under the lock of the queue. */
export interface Drain {
  /** Drains now; resolves when that has ended. The first batch carries the reason. */
  run(reason: FlushReason): Promise<void>;
  /** Drains after this time, unless a drain is planned already. */
  schedule(ms: number, reason?: FlushReason): void;
  /** Drains after this time if anything waits, whatever was planned. */
  plan(ms: number): void;
  /** Sends now, in this task, what the page would take with it. */
  leave(): void;
  /** Gives up a drain that the browser has suspended for good. */
  abandon(): void;
  hold(isHeld: boolean): void;
  stop(): void;
}

/** Creates the drain of a queue. */
export const createDrain = (
  { ports, hold }: OutboxOptions,
  records: Records,
  pace: Pace,
  sender: Sender,
  { toBatch }: Parts,
): Drain => {
  let gate: 'open' | 'held' | 'stopped' = hold ? 'held' : 'open';
  /** Why the next batch leaves. */
  let why: FlushReason = 'retry';
  let current: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;

  /** Lists the events that may leave now, answers first. */
  const ready = (isFree: (record: Held) => boolean): Held[] =>
    gate !== 'open' || pace.wait() > 0
      ? []
      : records
          .held()
          .filter((record) => isFree(record) && !records.isGone(record))
          .sort((one, other) => +other.answer - +one.answer);

  const sendAll = async () => {
    for (let more = true; more; ) {
      const batch = toBatch(ready(isIdle), sender.most());
      const reason = why;
      why = 'retry';
      more = batch.length > 0 && (await sender.send(batch, reason));
    }
  };

  const start = (): Promise<void> => {
    current ??= (async () => {
      // What happens in the same task travels together.
      await undefined;
      const mine = ready(isIdle).length < 1 || (await ports.lock(sendAll));
      current = undefined;
      plan(mine ? sender.pauseMs() : SOON_MS * (1 + 2 * ports.random()));
    })();
    return current;
  };

  const plan = (ms: number) => {
    if (gate !== 'open' || !records.held().some(isIdle)) return;
    stopTimer?.();
    stopTimer = ports.after(Math.max(ms, pace.wait()), () => {
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
    plan,
    leave() {
      // A lasting request arrives without the page. The other pages send what they recorded themselves.
      const mine = ready(({ own, request }) => own && request.state !== 'lasting');
      // A browser keeps few bytes alive, and another request may be under way.
      const batch = toBatch(mine, MAX_EVENTS, current ? MAX_BYTES / 4 : MAX_BYTES);
      if (batch.length > 0) void sender.send(batch, 'hidden').then(() => plan(sender.pauseMs()));
    },
    abandon() {
      current = undefined;
    },
    hold(isHeld) {
      if (gate !== 'stopped') gate = isHeld ? 'held' : 'open';
    },
    stop() {
      gate = 'stopped';
      stopTimer?.();
    },
  };
};
