import { TROUBLE } from '../../memory/keys.ts';
import type { Delivered, FlushReason, QueuedEvent, Receipt, Undeliverable } from '../transport/transport.ts';
import { MAX_BYTES, MAX_EVENTS, toBatch } from './batch.ts';
import { createDisk } from './disk.ts';
import { createPace } from './pace.ts';
import type { Ports } from './ports.ts';
import { toAborted, toAskedMs, toPauseMs, toReceipt, toVerdict } from './receipt.ts';
import { createRecords, type Held, WEEK_MS, YOUNG_MS } from './records.ts';

export interface OutboxOptions {
  /** Which queue: one for each collector and key. Part of every storage key. */
  queue: string;
  ports: Ports;
  /** Whether events may be kept on the device from the start. */
  persist: boolean;
  /** Whether they are held back from the start (consent is pending). */
  hold: boolean;
  /** Told what a request that came through delivered. */
  onDelivery?: ((delivered: Delivered) => void) | undefined;
  /** Told about an event that never will be delivered, and why. */
  onUndeliverable?: ((undeliverable: Undeliverable) => void) | undefined;
  /** Told when a batch could not be sent; its events are kept. */
  onRetry?: ((status: number) => void) | undefined;
}

/** Holds events until the collector has them, across pages, tabs and crashes. */
export interface Outbox {
  /** Writes an event down, in this very task, and sends it soon. */
  add(event: QueuedEvent): void;
  /** Sends what waits, though a pause after a failure is not over; resolves when that attempt is. Never before what Retry-After asked for. */
  flush(): Promise<void>;
  /** The page may never run again: what waits leaves in this task, beside a request that is still without its receipt. */
  leave(): void;
  /**
   * Something may be better now (online again, in sight again): a pause after a failure ends. A page that is `restored` from the
   * back/forward cache may have lost the answers to what was under way.
   */
  wake(restored?: boolean | undefined): void;
  /** Whether events may be kept on the device and whether they are held back, from now on. What is in memory is kept, or goes. */
  allow(persist: boolean, hold: boolean): void;
  /**
   * Consent is denied: forgets what was on its way; the caller deletes what is on the device. What was never sent stays in
   * memory as `rewrite` makes it, without whom it is about.
   */
  withdraw(rewrite: (json: string) => string): void;
  /** Sends what waits once more, then forgets it. */
  clear(): void;
  /** Sends what waits once more and stops all timers; what is kept on the device stays. */
  stop(): void;
}

/** An event that is not urgent waits this long for company. */
const COMPANY_MS = 1000;
const TIMEOUT_MS = 10_000;
/** Another tab sends, or a batch was not readable: soon again, but never a burst. */
const SOON_MS = 250;

/** Creates an outbox. It takes up what other pages left on the device. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const { queue, ports, onDelivery, onUndeliverable, onRetry } = options;
  const { now, after, random, transport } = ports;
  const disk = createDisk(ports, options.persist);
  const records = createRecords(disk, queue, now);
  const pace = createPace(disk, TROUBLE + queue, now);

  let { hold: held } = options;
  let stopped = false;
  /** Failures in a row. */
  let attempt = 0;
  /** Until the next attempt of this page. */
  let pauseMs = 0;
  /** In one batch: fewer after one that could not be read. */
  let most = MAX_EVENTS;
  /** Why the next batch leaves. */
  let why: FlushReason = 'retry';
  let current: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;

  /** Has a drain in so long, if none is planned yet; `forced` puts this one in its place. */
  const schedule = (ms: number, forced?: boolean) => {
    if (stopped || held || (stopTimer && !forced)) return;
    stopTimer?.();
    stopTimer = after(Math.max(ms, pace.wait()), () => {
      stopTimer = undefined;
      void drain();
    });
  };

  /** Plans the next attempt, if anything waits for one. */
  const plan = (ms: number) => {
    if (records.held().some(({ underWay }) => underWay === undefined)) schedule(ms, true);
  };

  /** What may leave now, answers first; when the page is left, what it recorded and what would be cut off. */
  const ready = (leaving?: boolean): Held[] => {
    if (held || stopped || pace.wait() > 0) return [];
    const free = records
      .held()
      .filter((record) => (leaving ? record.own && !record.underWay : record.underWay === undefined))
      .filter((record) => !records.isGone(record));
    return free.sort((one, other) => +(other.kind === 'a') - +(one.kind === 'a'));
  };

  /** Gives a batch to the transport. One that throws, talks nonsense, or hangs past its signal has heard nothing. */
  const post = async (batch: readonly Held[], reason: FlushReason): Promise<Receipt> => {
    const signal = ports.timeout(TIMEOUT_MS);
    const ids = batch.map(({ id }) => id);
    try {
      const sent = transport(`[${batch.map(({ json }) => json)}]`, { ids, attempt, reason, signal });
      return toReceipt(await Promise.race([sent, toAborted(signal)]));
    } catch {
      return { status: 0 };
    }
  };

  const giveUp = (record: Held, code: string, parked?: boolean) => {
    records.remove(record, parked);
    onUndeliverable?.({ id: record.id, code, json: record.json });
  };

  /** Does what a receipt says for those of so many that are still open; returns whether the next batch may leave at once. */
  const settle = (receipt: Receipt, batch: readonly Held[], sent: number, sentAs: number): boolean => {
    const { status, accepted, rejected } = receipt;
    const verdict = toVerdict(receipt);
    const delivered: string[] = [];
    let refused = verdict === 'unreadable';
    for (const record of verdict === 'taken' ? batch : []) {
      const { id } = record;
      const rejection = rejected?.find((each) => each.id === id);
      if (!accepted || accepted.includes(id)) {
        records.remove(record);
        delivered.push(id);
      } else if (rejection) {
        refused = true;
        giveUp(record, `${rejection.code}`, true);
      }
    }
    if (delivered.length > 0) {
      attempt = pauseMs = 0;
      // Not all at once: a collector that takes less would have to say so again after each.
      most = Math.min(MAX_EVENTS, 2 * most + 2);
      pace.clear();
      onDelivery?.({ ids: delivered, status, attempt: sentAs });
      return true;
    }
    if (refused) {
      pauseMs = SOON_MS;
      if (verdict === 'taken') return false;
      // One of them, or too many: halves find it.
      most = sent >> 1;
      if (!most) giveUp(batch[0] as Held, `http_${status}`, true);
      return false;
    }
    attempt++;
    pauseMs = toPauseMs(attempt, status, random);
    const dead = verdict === 'refused' && pace.refuse();
    for (const record of batch) {
      if (dead || now() - record.time > WEEK_MS) giveUp(record, dead ? `http_${status}` : 'expired', dead);
    }
    onRetry?.(status);
    return false;
  };

  /** Sends one batch; resolves whether the next may leave at once. */
  const send = async (batch: readonly Held[], reason: FlushReason): Promise<boolean> => {
    const underWay = reason === 'hidden' || attempt < 1;
    for (const record of batch) {
      record.underWay = underWay;
      record.sent = true;
    }
    pace.request();
    const sentAs = attempt;
    const receipt = await post(batch, reason);
    for (const record of batch) record.underWay = undefined;
    if (toVerdict(receipt) === 'retry') pace.hold(toAskedMs(receipt.retryAfter, now()));
    // What was deleted meanwhile, or delivered beside this request, is settled.
    const open = batch.filter((record) => records.held().includes(record));
    return open.length < 1 || settle(receipt, open, batch.length, sentAs);
  };

  const sendAll = async () => {
    for (let more = true; more; ) {
      const batch = toBatch(ready(), most);
      const reason = why;
      why = 'retry';
      more = batch.length > 0 && (await send(batch, reason));
    }
  };

  const drain = (): Promise<void> => {
    current ??= (async () => {
      // What happens in the same task travels together.
      await undefined;
      const mine = ready().length < 1 || (await ports.lock(sendAll));
      current = undefined;
      plan(mine ? pauseMs : SOON_MS * (1 + 2 * random()));
    })();
    return current;
  };

  const leave = () => {
    // What a browser keeps alive is little, and a request may be under way.
    const batch = toBatch(ready(true), MAX_EVENTS, current ? MAX_BYTES / 4 : MAX_BYTES);
    if (batch.length > 0) void send(batch, 'hidden').then(() => plan(pauseMs));
  };

  /** Takes up what pages left behind that are gone. */
  const look = async () => {
    if (await records.adopt()) plan(0);
  };
  // In a task of its own, since it waits for the disk.
  let stopLooking = after(0, () => {
    void look();
    // What was too young then: its page may just have been left.
    stopLooking = after(YOUNG_MS, look);
  });

  return {
    add(event) {
      for (const { id, json } of records.add(event)) onUndeliverable?.({ id, code: 'evicted', json });
      why = event.urgent ? 'answer' : 'delay';
      if (event.urgent) void drain();
      else schedule(COMPANY_MS);
    },
    flush() {
      why = 'api';
      return drain();
    },
    leave,
    wake(restored) {
      attempt = pauseMs = 0;
      // Firefox never settles what was under way when the page went into its cache, nor lets its timeout fire.
      // Nor does its drain end.
      if (restored) current = undefined;
      for (const record of restored ? records.held() : []) record.underWay = undefined;
      plan(SOON_MS);
      void look();
    },
    allow(persist, hold) {
      // What this tab was told holds, whatever the device says; without consent nothing is written on the way.
      disk.allowed &&= persist;
      const ms = pace.wait();
      disk.allowed = persist;
      pace.hold(ms);
      held = hold;
      records.keep();
      plan(0);
      void look();
    },
    withdraw(rewrite) {
      const unsent = records.held().filter(({ own, sent }) => own && !sent);
      disk.allowed = false;
      records.clear();
      pace.clear();
      for (const { id, json } of unsent) records.add({ id, json: rewrite(json), answer: true, urgent: true });
      plan(0);
    },
    clear() {
      leave();
      for (const record of records.held()) records.remove(record);
      pace.clear();
    },
    stop() {
      leave();
      stopped = true;
      stopTimer?.();
      stopLooking();
    },
  };
};
