import { toBackoffMs, toRetryAfterMs, toVerdict } from './afterReceipt.ts';
import type { EventQueue, FlushReason, QueuedEvent, Receipt, Transport } from './transport.ts';

export interface EventQueueOptions {
  transport: Transport;
  /** Told about an event that the collector will never take, and why. */
  onUndeliverable: (event: QueuedEvent, code: string) => void;
  /** Told once for each row of failures that a batch could not be sent; the events are kept. */
  onRetry: (status: number) => void;
  /** Milliseconds an event that is not urgent may wait for company. @default 1000 */
  delayMs?: number | undefined;
  random?: (() => number) | undefined;
}

const MAX_EVENTS = 50;
const MAX_CHARACTERS = 40_000;
const TIMEOUT_MS = 10_000;

/** Creates the queue in memory: it lives as long as the page and loses nothing while it does. */
export const createEventQueue = ({
  transport,
  onUndeliverable,
  onRetry,
  delayMs = 1000,
  random = Math.random,
}: EventQueueOptions): EventQueue => {
  let waiting: readonly QueuedEvent[] = [];
  let limit = MAX_EVENTS;
  let attempt = 0;
  let notBefore = 0;
  let paused = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Promise<void> | undefined;

  const forget = (ids: readonly string[]) => {
    waiting = waiting.filter(({ id }) => !ids.includes(id));
  };
  const give = (ids: readonly string[], code: string) => {
    for (const event of waiting) if (ids.includes(event.id)) onUndeliverable(event, code);
    forget(ids);
  };

  const schedule = (ms: number, reason: FlushReason) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void drain(reason), ms);
  };

  const nextBatch = () => {
    let characters = 0;
    return waiting.slice(0, limit).filter((event, index) => {
      characters += event.json.length;
      return !index || characters <= MAX_CHARACTERS;
    });
  };

  const send = async (batch: readonly QueuedEvent[], reason: FlushReason): Promise<Receipt> => {
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), TIMEOUT_MS);
    const ids = batch.map(({ id }) => id);
    const body = `[${batch.map(({ json }) => json).join()}]`;
    const aborted = new Promise<Receipt>((resolve) => {
      abort.signal.onabort = () => resolve({ status: 0 });
    });
    try {
      // A transport that hangs past its signal counts as one that failed.
      return await Promise.race([transport(body, { ids, attempt, reason, signal: abort.signal }), aborted]);
    } catch {
      return { status: 0 };
    } finally {
      clearTimeout(timeout);
    }
  };

  /** Handles one receipt; returns whether the next batch may leave. */
  const settle = (batch: readonly QueuedEvent[], receipt: Receipt): boolean => {
    const verdict = toVerdict(receipt);
    const ids = batch.map(({ id }) => id);
    if (verdict === 'delivered') {
      const refused = (receipt.rejected ?? []).filter(({ id }) => ids.includes(id));
      for (const { id, code } of refused) give([id], code);
      forget(receipt.accepted ? receipt.accepted.filter((id) => ids.includes(id)) : ids);
      // A receipt that names none of the events would be asked for again at once, for ever.
      const progress = ids.some((id) => !waiting.some((event) => event.id === id));
      if (progress) {
        attempt = 0;
        limit = MAX_EVENTS;
        return true;
      }
    }
    if (verdict === 'undeliverable' || (verdict === 'split' && batch.length === 1)) {
      give(ids, `http_${receipt.status}`);
      limit = MAX_EVENTS;
      return true;
    }
    if (verdict === 'split') {
      limit = Math.ceil(batch.length / 2);
      return true;
    }
    if (attempt === 0) onRetry(receipt.status);
    attempt++;
    const now = Date.now();
    const wait = Math.max(toBackoffMs(attempt, verdict === 'refused', random), toRetryAfterMs(receipt.retryAfter, now));
    notBefore = now + wait;
    schedule(wait, 'retry');
    return false;
  };

  const run = async (reason: FlushReason) => {
    while (waiting.length > 0 && !paused && Date.now() >= notBefore) {
      const batch = nextBatch();
      if (!settle(batch, await send(batch, reason))) return;
    }
  };

  const drain = (reason: FlushReason): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    current ??= run(reason).finally(() => {
      current = undefined;
      if (waiting.length > 0 && !paused && !timer) schedule(Math.max(0, notBefore - Date.now()), 'retry');
    });
    return current;
  };

  /** The page may never run again: everything leaves now, beside a request that is still without its receipt. */
  const leave = async () => {
    if (paused || waiting.length === 0 || Date.now() < notBefore) return;
    const batch = nextBatch();
    const receipt = await send(batch, 'hidden');
    if (toVerdict(receipt) === 'delivered') settle(batch, receipt);
  };

  return {
    add(event) {
      if (stopped) return;
      waiting = [...waiting, event];
      if (event.urgent) void drain('answer');
      else if (timer === undefined && !current) schedule(delayMs, 'delay');
    },
    flush: (reason) => (reason === 'hidden' ? leave() : drain(reason)),
    size: () => waiting.length,
    pause(hold) {
      paused = hold;
      if (!hold) void drain('api');
    },
    clear() {
      waiting = [];
    },
    stop() {
      void leave();
      stopped = true;
      clearTimeout(timer);
    },
  };
};
