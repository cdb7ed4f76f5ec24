import type { Receipt } from '../../src/api/transport.ts';
import { MAX_EVENTS } from '../../src/delivery/outbox/batch.ts';
import { PARTS } from '../../src/delivery/outbox/parts.ts';
import { pack, unpack } from '../../src/memory/versioned.ts';
import { type Mutant, paceOn, paceWith, postWith } from './outboxMutant.ts';

const { toVerdict, toAskedMs, toBatch } = PARTS;

/** Misreads the receipts that a test selects. */
const readAs = (verdict: ReturnType<typeof toVerdict>, test: (receipt: Receipt) => boolean) => ({
  toVerdict: (receipt: Receipt) => (test(receipt) ? verdict : toVerdict(receipt)),
});

/** Bugs in what a response means. */
export const MUTANTS_OF_RECEIPTS: readonly Mutant[] = [
  {
    name: 'Retry-After is ignored',
    plant: () => ({ parts: { toAskedMs: () => 0 } }),
  },
  {
    name: 'Retry-After as a date is not understood',
    plant: () => ({
      parts: { toAskedMs: (retryAfter, now) => (Number(retryAfter) >= 0 ? toAskedMs(retryAfter, now) : 0) },
    }),
  },
  {
    name: 'Retry-After ends when the page is left',
    plant() {
      let isLeaving = false;
      return {
        parts: paceWith(({ wait }) => ({ wait: () => (isLeaving ? 0 : wait()) })),
        outbox: ({ leave }) => ({
          leave() {
            isLeaving = true;
            leave();
            isLeaving = false;
          },
        }),
      };
    },
  },
  {
    name: '429 counts as unreadable',
    plant: () => ({ parts: readAs('unreadable', ({ status }) => status === 429) }),
  },
  {
    name: '503 counts as unreadable',
    plant: () => ({ parts: readAs('unreadable', ({ status }) => status === 503) }),
  },
  {
    name: 'any 200 is a receipt',
    plant: () => ({ parts: readAs('taken', ({ status }) => status === 200) }),
  },
  {
    name: 'any 2xx but 200 is a receipt',
    plant: () => ({ parts: readAs('taken', ({ status }) => status > 200 && status < 300) }),
  },
  {
    name: 'a receipt counts for the whole batch, whatever it accepts',
    plant: () => ({
      parts: postWith((post) => async (ports, batch, attempt, reason) => {
        const receipt = await post(ports, batch, attempt, reason);
        return receipt.accepted ? { ...receipt, accepted: batch.map(({ id }) => id) } : receipt;
      }),
    }),
  },
  {
    name: 'events are given up after three attempts',
    plant: ({ onUndeliverable }) => ({
      parts: postWith((post, records) => async (ports, batch, attempt, reason) => {
        const receipt = await post(ports, batch, attempt, reason);
        for (const record of attempt > 1 && toVerdict(receipt) === 'retry' ? batch : []) {
          if (!records().held().includes(record)) continue;
          records().remove(record);
          onUndeliverable?.({ id: record.id, code: 'expired', json: record.json });
        }
        return receipt;
      }),
    }),
  },
  {
    name: 'expired events are not reported',
    plant: ({ onUndeliverable }) => ({
      options: {
        onUndeliverable(undeliverable) {
          if (undeliverable.code !== 'expired') onUndeliverable?.(undeliverable);
        },
      },
    }),
  },
  {
    name: 'halving gives up the whole half',
    plant: ({ onUndeliverable }) => ({
      parts: postWith((post, records) => async (ports, batch, attempt, reason) => {
        const receipt = await post(ports, batch, attempt, reason);
        const { status } = receipt;
        for (const record of batch.length < 4 && toVerdict(receipt) === 'unreadable' ? batch : []) {
          if (!records().held().includes(record)) continue;
          records().remove(record, true);
          onUndeliverable?.({ id: record.id, code: `http_${status}`, json: record.json });
        }
        return receipt;
      }),
    }),
  },
  {
    name: 'halving loses the second half',
    plant: () => ({
      parts: postWith((post, records) => async (ports, batch, attempt, reason) => {
        const receipt = await post(ports, batch, attempt, reason);
        const half = Math.max(1, batch.length >> 1);
        if (toVerdict(receipt) === 'unreadable') for (const record of batch.slice(half)) records().remove(record);
        return receipt;
      }),
    }),
  },
  {
    name: 'an unreadable batch is not halved',
    plant: () => ({ parts: { toBatch: (records, _, maxBytes) => toBatch(records, MAX_EVENTS, maxBytes) } }),
  },
  {
    name: 'a transport that throws, throws into the page',
    plant: () => ({
      parts: {
        async post(ports, batch, attempt, reason) {
          let thrown: { readonly error: unknown } | undefined;
          const receipt = await PARTS.post(
            {
              ...ports,
              async transport(...args) {
                try {
                  return await ports.transport(...args);
                } catch (error) {
                  thrown = { error };
                  throw error;
                }
              },
            },
            batch,
            attempt,
            reason,
          );
          if (thrown) throw thrown.error;
          return receipt;
        },
      },
    }),
  },
  {
    name: 'the first 403 is the last',
    plant: () => ({
      parts: paceWith(({ refuse }) => ({
        refuse() {
          refuse();
          return true;
        },
      })),
    }),
  },
  {
    name: 'a 403 is never given up',
    plant: () => ({
      parts: paceWith(({ refuse }) => ({
        refuse() {
          refuse();
          return false;
        },
      })),
    }),
  },
  {
    name: 'the requests of an outage are not spaced',
    plant: () => ({
      parts: paceOn(({ set }) => ({ set: (key, text) => set(key, pack({ ...unpack(text), spaced: 0 })) })),
    }),
  },
  {
    name: 'Retry-After holds for years after the clock is set back',
    plant: () => ({
      parts: paceWith((pace, now) => {
        let until = 0;
        return {
          hold(ms) {
            pace.hold(ms);
            if (ms > 0) until = Math.max(until, now() + ms);
          },
          wait: () => Math.max(pace.wait(), until - now()),
        };
      }),
    }),
  },
];
