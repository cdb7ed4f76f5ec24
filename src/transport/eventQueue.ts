import { isDelivered, toWaitMs } from './afterReceipt.ts';
import type { Delivery, EventQueue, FlushReason, QueuedEvent, Receipt, Transport } from './transport.ts';

export interface EventQueueOptions {
  transport: Transport;
  /** Told about an event that the collector will never take, and why. */
  onUndeliverable: (id: string, code: string) => void;
  /** Told when a batch could not be sent; its events are kept. */
  onRetry: (status: number) => void;
  random?: (() => number) | undefined;
}

/** An event that is not urgent waits this long for company. */
const DELAY_MS = 1000;
/** With the longest comments still below the 64 KiB that a collector takes and a browser keeps alive. */
const MAX_EVENTS = 20;
const TIMEOUT_MS = 10_000;

/** Rejects when a signal says stop, for a transport that does not hear it. */
const toAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.onabort = reject;
  });

/** Creates the queue in memory: it lives as long as the page and loses nothing while it does. */
export const createEventQueue = ({
  transport,
  onUndeliverable,
  onRetry,
  random = Math.random,
}: EventQueueOptions): EventQueue => {
  let waiting: readonly QueuedEvent[] = [];
  let most = MAX_EVENTS;
  let attempt = 0;
  let notBefore = 0;
  let paused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Promise<void> | undefined;

  const isReady = () => waiting.length > 0 && !paused && Date.now() >= notBefore;

  const schedule = (ms: number, reason: FlushReason) => {
    clearTimeout(timer);
    timer = setTimeout(drain, ms, reason);
  };

  /** Gives a batch to the transport. One that throws, or hangs past its signal, counts as one that heard nothing. */
  const post = async (body: string, delivery: Omit<Delivery, 'signal'>): Promise<Receipt> => {
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), TIMEOUT_MS);
    try {
      const { signal } = abort;
      const sent = transport(body, { ...delivery, signal });
      return await Promise.race([sent, toAborted(signal)]);
    } catch {
      return { status: 0 };
    } finally {
      clearTimeout(timeout);
    }
  };

  /** Sends one batch and does what its receipt says; resolves whether the next may leave. */
  const send = async (reason: FlushReason): Promise<boolean> => {
    const batch = waiting.slice(0, most);
    const ids = batch.map(({ id }) => id);
    const receipt = await post(`[${batch.map(({ json }) => json)}]`, { ids, attempt, reason });
    const { status } = receipt;
    const unreadable = status === 400 || status === 413;
    // Too much, or one of them unreadable: halves find it.
    const split = unreadable && ids.length > 1;
    let { accepted = ids, rejected = [] } = receipt;
    if (!isDelivered(receipt)) {
      accepted = [];
      rejected = status === 422 || (unreadable && !split) ? ids.map((id) => ({ id, code: `http_${status}` })) : [];
    }
    const gone = new Set(accepted);
    for (const { id, code } of rejected) {
      gone.add(id);
      if (ids.includes(id)) onUndeliverable(id, code);
    }
    const before = waiting.length;
    waiting = waiting.filter(({ id }) => !(ids.includes(id) && gone.has(id)));
    if (waiting.length < before || split) {
      most = split ? ids.length >> 1 : MAX_EVENTS;
      attempt = 0;
      return true;
    }
    // A receipt that names none of the events comes here too: asking again at once would never end.
    if (reason !== 'hidden') {
      onRetry(status);
      const wait = toWaitMs(++attempt, receipt, Date.now(), random);
      notBefore = Date.now() + wait;
      schedule(wait, 'retry');
    }
    return false;
  };

  const drain = (reason: FlushReason): Promise<void> => {
    const run = async () => {
      try {
        // What happens in the same task travels together.
        await undefined;
        while (isReady() && (await send(reason)));
      } finally {
        current = undefined;
      }
    };
    current ??= run();
    return current;
  };

  /** The page may never run again: what waits leaves now, beside a request that is still without its receipt. */
  const leave = async () => {
    if (isReady()) await send('hidden');
  };

  return {
    add(event) {
      waiting = [...waiting, event];
      if (event.urgent) void drain('answer');
      else if (!current && Date.now() >= notBefore) schedule(DELAY_MS, 'delay');
    },
    flush: (reason) => (reason === 'hidden' ? leave() : drain(reason)),
    size: () => waiting.length,
    pause(hold) {
      paused = hold;
      void drain('api');
    },
    stop() {
      void leave();
      clearTimeout(timer);
      paused = true;
    },
  };
};
