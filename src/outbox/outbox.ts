import type { Delivered, FlushReason, QueuedEvent, Receipt, Undeliverable } from '../transport/transport.ts';
import { MAX_BYTES, MAX_EVENTS, toBatch, toBody, toBytes } from './batch.ts';
import { createDisk } from './disk.ts';
import { TROUBLE } from './keys.ts';
import { createPace } from './pace.ts';
import type { Ports } from './ports.ts';
import { toAborted, toAskedMs, toPauseMs, toReceipt, toVerdict } from './receipt.ts';
import { createRecords, type Held, WEEK_MS } from './records.ts';

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
  /** Something may be better now (online again, back from the back/forward cache): a pause after a failure ends. */
  wake(): void;
  /** Holds everything back, or lets it go again. */
  hold(held: boolean): void;
  /** Whether events may be kept on the device. `false` deletes what was kept there; `true` keeps what is in memory. */
  persist(allowed: boolean): void;
  /**
   * Consent is denied: deletes what was kept on the device and forgets what was on its way. What was never sent stays in
   * memory as `rewrite` makes it, without whom it is about.
   */
  withdraw(rewrite: (json: string) => string): void;
  /** Sends what waits once more, then forgets it, on the device too. */
  clear(): void;
  /** Events that no receipt has come for, of this page and, since it was looked for, of others. */
  size(): number;
  /** Sends what waits once more and stops all timers; what is kept on the device stays. */
  stop(): void;
}

/** An event that is not urgent waits this long for company. */
const COMPANY_MS = 1000;
const TIMEOUT_MS = 10_000;
/** Another tab sends, or a batch was not readable: soon again, but never a burst. */
const SOON_MS = 250;
const TIDY_MS = 61_000;

/** Creates an outbox. It takes up what other pages left on the device. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const { queue, ports, onDelivery, onUndeliverable, onRetry } = options;
  const { now, after, random, transport } = ports;
  const disk = createDisk(ports, options.persist);
  const records = createRecords(disk, queue, now);
  const pace = createPace(disk, TROUBLE + queue, now);

  let { hold: held } = options;
  let stopped = false;
  /** Failures in a row, and those among them in which nothing was heard. */
  let attempt = 0;
  let silent = 0;
  /** Until the next attempt of this page. */
  let pauseMs = 0;
  /** In one batch: fewer after one that could not be read. */
  let most = MAX_EVENTS;
  /** What has left and has no receipt: whether the request outlives the page. */
  const underWay = new Map<string, boolean>();
  let bytesUnderWay = 0;
  const attempted = new Set<string>();
  let current: Promise<void> | undefined;
  let stopTimer = () => {};
  let stopTidying = () => {};
  let dueAt = Infinity;

  /** Has a drain in so long, unless there is one sooner; `forced` puts this one in its place. */
  const schedule = (ms: number, reason: FlushReason, forced?: boolean) => {
    const at = now() + ms;
    if (stopped || held || (!forced && dueAt <= at)) return;
    stopTimer();
    dueAt = at;
    stopTimer = after(ms, () => {
      dueAt = Infinity;
      void drain(reason);
    });
  };

  /** Plans the next attempt, if anything waits for one. */
  const plan = (ms: number) => {
    if (records.held().some(({ id }) => !underWay.has(id))) schedule(Math.max(ms, pace.wait()), 'retry', true);
  };

  /** What may leave now, answers first; when the page is left, what it recorded and what would be cut off. */
  const ready = (leaving?: boolean): Held[] =>
    held || stopped || pace.wait() > 0
      ? []
      : records
          .held()
          .filter(({ id, own }) => (leaving ? own && !underWay.get(id) : !underWay.has(id)))
          .filter((record) => !records.isGone(record))
          .sort((one, other) => Number(other.answer) - Number(one.answer));

  /** Gives a batch to the transport. One that throws, talks nonsense, or hangs past its signal has heard nothing. */
  const post = async (batch: readonly Held[], reason: FlushReason): Promise<Receipt> => {
    const abort = new AbortController();
    const { signal } = abort;
    const stop = after(TIMEOUT_MS, () => abort.abort());
    const ids = batch.map(({ id }) => id);
    try {
      const sent = transport(toBody(batch), { ids, attempt, reason, signal });
      return toReceipt(await Promise.race([sent, toAborted(signal)]));
    } catch {
      return { status: 0 };
    } finally {
      stop();
    }
  };

  const tidy = () => {
    stopTidying();
    if (records.tidy() && !stopped) stopTidying = after(TIDY_MS, tidy);
  };

  const giveUp = (record: Held, code: string, parked?: boolean) => {
    records.remove(record, parked);
    tidy();
    onUndeliverable?.({ id: record.id, code, json: record.json });
  };

  /** Does what a receipt says, for those of so many that are still open; returns whether the next batch may leave at once. */
  const settle = (receipt: Receipt, batch: readonly Held[], sent: number, sentAs: number): boolean => {
    const { status, accepted, rejected = [] } = receipt;
    const verdict = toVerdict(receipt);
    const delivered = verdict === 'taken' ? batch.filter(({ id }) => !accepted || accepted.includes(id)) : [];
    const refused = batch.filter(
      (record) => !delivered.includes(record) && rejected.some(({ id }) => id === record.id),
    );
    for (const record of delivered) records.remove(record);
    for (const record of refused) giveUp(record, `${rejected.find(({ id }) => id === record.id)?.code}`, true);
    if (verdict === 'unreadable') {
      // One of them, or too many: halves find it.
      for (const record of sent > 1 ? [] : batch) giveUp(record, `http_${status}`, true);
      most = Math.max(1, sent >> 1);
    }
    if (delivered.length > 0) {
      attempt = silent = pauseMs = 0;
      // Not all at once: a collector that takes less would have to say so again after each.
      most = Math.min(MAX_EVENTS, 2 * most);
      pace.clear();
      tidy();
      onDelivery?.({ ids: delivered.map(({ id }) => id), status, attempt: sentAs });
      return true;
    }
    pauseMs = SOON_MS;
    if (verdict === 'unreadable' || refused.length > 0) return false;
    attempt++;
    silent = status ? 0 : silent + 1;
    pauseMs = toPauseMs(attempt, silent, random);
    const dead = verdict === 'refused' && pace.refuse();
    for (const record of batch) {
      if (dead) giveUp(record, `http_${status}`, true);
      else if (now() - record.time > WEEK_MS) giveUp(record, 'expired');
    }
    onRetry?.(status);
    return false;
  };

  /** Sends one batch; resolves whether the next may leave at once. */
  const send = async (batch: readonly Held[], reason: FlushReason): Promise<boolean> => {
    const outlives = reason === 'hidden' || attempt < 1;
    const bytes = outlives ? toBytes(batch) : 0;
    bytesUnderWay += bytes;
    for (const { id } of batch) {
      underWay.set(id, outlives);
      attempted.add(id);
    }
    pace.request();
    const sentAs = attempt;
    const receipt = await post(batch, reason);
    bytesUnderWay -= bytes;
    for (const { id } of batch) underWay.delete(id);
    if (toVerdict(receipt) === 'retry') pace.hold(toAskedMs(receipt.retryAfter, now()));
    // What was deleted meanwhile, or delivered beside this request, is settled.
    const open = batch.filter((record) => records.held().includes(record));
    return open.length < 1 || settle(receipt, open, batch.length, sentAs);
  };

  const sendAll = async (reason: FlushReason) => {
    for (;;) {
      const batch = toBatch(ready(), most, MAX_BYTES);
      if (batch.length < 1 || !(await send(batch, reason))) return;
    }
  };

  const drain = (reason: FlushReason): Promise<void> => {
    current ??= (async () => {
      // What happens in the same task travels together.
      await undefined;
      const mine = ready().length < 1 || (await ports.lock(() => sendAll(reason)));
      current = undefined;
      plan(mine ? pauseMs : SOON_MS * (1 + 2 * random()));
    })();
    return current;
  };

  const leave = () => {
    const batch = toBatch(ready(true), MAX_EVENTS, MAX_BYTES - bytesUnderWay);
    if (batch.length > 0) void send(batch, 'hidden').then(() => plan(pauseMs));
  };

  /** What the collector asked for holds, wherever it is written down. */
  const allow = (allowed: boolean) => {
    const ms = pace.wait();
    disk.allowed = allowed;
    pace.hold(ms);
  };

  const adopt = async () => {
    await records.adopt();
    tidy();
    plan(0);
  };
  void adopt();

  return {
    add(event) {
      for (const { id, json } of records.add(event)) onUndeliverable?.({ id, code: 'evicted', json });
      if (event.urgent) void drain('answer');
      else schedule(Math.max(COMPANY_MS, pace.wait()), 'delay');
    },
    flush: () => drain('api'),
    leave,
    async wake() {
      attempt = silent = pauseMs = 0;
      await records.adopt();
      plan(SOON_MS * random());
    },
    hold(state) {
      held = state;
      plan(0);
    },
    persist(allowed) {
      allow(allowed);
      records.keep();
      void adopt();
    },
    withdraw(rewrite) {
      const unsent = records.held().filter(({ id, own }) => own && !attempted.has(id));
      records.clear();
      pace.clear();
      allow(false);
      for (const { json, ...event } of unsent) records.add({ ...event, urgent: true, json: rewrite(json) });
      plan(0);
    },
    clear() {
      leave();
      records.clear();
      pace.clear();
    },
    size: () => records.held().length,
    stop() {
      leave();
      stopped = true;
      stopTimer();
      stopTidying();
    },
  };
};
