import { vi } from 'vitest';
import type { Delivered, Delivery, Receipt, Transport, Undeliverable } from '../../src/api/transport.ts';
import { createOutbox } from '../../src/delivery/outbox/outbox.ts';
import type { Ports } from '../../src/delivery/outbox/ports.ts';
import { recover } from '../../src/delivery/outbox/recover.ts';
import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';

/** Creates the state that the tabs of one site share. */
export const createSite = () => ({
  local: new Map<string, string>(),
  durable: new Map<string, string>(),
  locked: false,
});
export type Site = ReturnType<typeof createSite>;

interface Trouble {
  localFails?: boolean;
  hold?: boolean;
  persist?: boolean;
  random?: () => number;
  /** Replaces the reading of IndexedDB. */
  entries?: () => Promise<[string, string][]>;
  /** Delays the code that handles failures. */
  recoverAfter?: Promise<void>;
}

/** Opens a tab with an outbox. The collector sends the listed responses in order, then 204. */
export const openOutbox = (
  answers: (Receipt | Promise<Receipt> | 'throw' | 'hang')[] = [],
  site: Site = createSite(),
  trouble: Trouble = {},
) => {
  const sent: (Delivery & { at: number })[] = [];
  const bodies: string[] = [];
  const undeliverable: Undeliverable[] = [];
  const delivered: Delivered[] = [];
  const transport: Transport = async (batch, delivery) => {
    sent.push({ ...delivery, at: Date.now() });
    bodies.push(batch);
    const answer = answers.length > 0 ? answers.shift() : { status: 204 };
    if (answer === 'throw') throw new TypeError('Failed to fetch');
    if (answer === 'hang') return new Promise(() => {});
    return answer as Receipt;
  };
  const ports: Ports = {
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    timeout(ms) {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), ms);
      return abort.signal;
    },
    random: trouble.random ?? (() => 0.999),
    local: {
      keys: () => [...site.local.keys()],
      get: (key) => site.local.get(key) ?? null,
      set(key, value) {
        if (trouble.localFails) throw new DOMException('full', 'QuotaExceededError');
        site.local.set(key, value);
      },
      remove: (key) => void site.local.delete(key),
    },
    durable: {
      entries: trouble.entries ?? (async () => [...site.durable]),
      put: async (key, value) => void site.durable.set(key, value),
      remove: async (key) => void site.durable.delete(key),
    },
    async lock(task) {
      if (site.locked) return false;
      site.locked = true;
      await task();
      site.locked = false;
      return true;
    },
    transport,
  };
  const outbox = createOutbox(
    {
      queue: '@https://collector.example',
      ...ports,
      onDelivery: (each) => delivered.push(each),
      onUndeliverable: (each) => undeliverable.push(each),
    },
    async () => {
      await trouble.recoverAfter;
      return recover;
    },
  );
  outbox.allow(trouble.persist ?? true, trouble.hold ?? false);
  const add = (id: string, urgent = true, json = JSON.stringify({ id })) =>
    outbox.add({ id, json, answer: urgent, urgent });
  return {
    outbox,
    sent,
    bodies,
    undeliverable,
    delivered,
    add,
    site,
    ids: () => sent.map(({ ids }) => ids.join()),
  };
};

export const recordsOf = ({ local }: Site) =>
  [...local].filter(([key]) => key.startsWith('scorelet:1:q:')).map(([, text]) => readRecord(text));
/** Advances the fake clock and runs the tasks that are due. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
