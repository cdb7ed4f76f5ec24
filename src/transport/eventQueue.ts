import { isDelivered, toWaitMs } from './afterReceipt.ts';
import type { EventQueue, FlushReason, QueuedEvent, Receipt, Transport } from './transport.ts';

export interface EventQueueOptions {
  transport: Transport;
  /** Told about an event that the collector will never take, and why. */
  onUndeliverable: (id: string, code: string) => void;
  /** Told when a batch could not be sent; its events are kept. */
  onRetry: (status: number) => void;
  /** Milliseconds an event that is not urgent may wait for company. @default 1000 */
  delayMs?: number | undefined;
  random?: (() => number) | undefined;
}

const MAX_EVENTS = 50;
const MAX_CHARACTERS = 40_000;
const TIMEOUT_MS = 10_000;

/** Creates the queue in memory: it lives as long as the page and loses nothing while it does. */
export const createEventQueue = (options: EventQueueOptions): EventQueue => {
  const { transport, onUndeliverable, onRetry, delayMs = 1000, random = Math.random } = options;
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

  /** Sends one batch and does what its receipt says; resolves whether the next may leave. */
  const send = async (reason: FlushReason): Promise<boolean> => {
    let characters = 0;
    const batch = waiting.slice(0, most).filter(({ json }, index) => {
      characters += json.length;
      return !index || characters <= MAX_CHARACTERS;
    });
    const ids = batch.map(({ id }) => id);
    const abort = new AbortController();
    const receipt = await new Promise<Receipt>((resolve) => {
      // A transport that throws, or hangs past its signal, counts as one that heard nothing.
      const fail = () => resolve({ status: 0 });
      const timeout = setTimeout(() => {
        abort.abort();
        fail();
      }, TIMEOUT_MS);
      const body = `[${batch.map(({ json }) => json)}]`;
      const sent = (async () => transport(body, { ids, attempt, reason, signal: abort.signal }))();
      sent.then(resolve, fail).finally(() => clearTimeout(timeout));
    });
    const { status, accepted, rejected = [] } = receipt;
    const before = waiting.length;
    let gone: readonly string[] = [];
    if (isDelivered(receipt)) {
      for (const { id, code } of rejected) if (ids.includes(id)) onUndeliverable(id, code);
      gone = accepted ? [...accepted, ...rejected.map(({ id }) => id)].filter((id) => ids.includes(id)) : ids;
    } else if (status === 422 || ([400, 413].includes(status) && ids.length === 1)) {
      for (const id of ids) onUndeliverable(id, `http_${status}`);
      gone = ids;
    }
    waiting = waiting.filter(({ id }) => !gone.includes(id));
    // Too much, or one of them unreadable: halves find it.
    const split = [400, 413].includes(status) && ids.length > 1;
    if (waiting.length < before || split) {
      most = split ? Math.ceil(ids.length / 2) : MAX_EVENTS;
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
      // What happens in the same task travels together.
      await undefined;
      while (isReady() && (await send(reason)));
    };
    current ??= run().finally(() => {
      current = undefined;
      // What came while the last request was under way.
      if (isReady()) schedule(0, reason);
    });
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
      else if (!current && Date.now() >= notBefore) schedule(delayMs, 'delay');
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
