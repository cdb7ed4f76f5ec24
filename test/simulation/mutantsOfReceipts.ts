import type { Delivery, Receipt } from '../../src/api/transport.ts';
import { MAX_EVENTS } from '../../src/delivery/outbox/batch.ts';
import { pack, unpack } from '../../src/memory/versioned.ts';
import { type Mutant as ModuleMutant, mutate } from '../governance/mutant.ts';
import { type Mutant, type PortMutant, paceOn, paceWith, readAs } from './outboxMutant.ts';

type ReceiptModule = typeof import('../../src/delivery/outbox/receipt.ts');
const RECEIPT = 'src/delivery/outbox/receipt.ts';

type RefusalModule = typeof import('../../src/delivery/outbox/refusal.ts');
const REFUSAL = 'src/delivery/outbox/refusal.ts';

/** A mutant that takes each response with a matching status for a receipt. */
const takes = (name: string, test: (status: number) => boolean): ModuleMutant =>
  mutate<ReceiptModule>(name, RECEIPT, {
    isTaken: (isTaken) => (receipt) => test(receipt.status) || isTaken(receipt),
  });

/** Replaces the collector's receipt for the outbox. */
const receiptsWith = (name: string, change: (receipt: Receipt, delivery: Delivery) => Receipt): PortMutant => ({
  name,
  plant: ({ transport }) => ({
    options: { transport: async (batch, delivery) => change(await transport(batch, delivery), delivery) },
  }),
});

/** Imports no module that a mutant replaces: such a module would need the list of mutants before it exists. */
const isUnreadable = ({ status }: Receipt) => [400, 413, 422].includes(status);

/** Rejects each event of a batch. */
const rejectAll = ({ ids }: Delivery, code: string): Receipt => ({
  status: 200,
  accepted: [],
  rejected: ids.map((id) => ({ id, code })),
});

/** Bugs in the interpretation of receipts. */
export const MUTANTS_OF_RECEIPTS: readonly Mutant[] = [
  mutate<ReceiptModule>('Retry-After is ignored', RECEIPT, { toAskedMs: () => () => 0 }),
  mutate<ReceiptModule>('Retry-After as a date is not understood', RECEIPT, {
    toAskedMs: (toAskedMs) => (retryAfter, now) => (Number(retryAfter) >= 0 ? toAskedMs(retryAfter, now) : 0),
  }),
  {
    name: 'Retry-After ends when the page is left',
    plant(options) {
      let isLeaving = false;
      const { plant } = paceOn('', ({ get }) => ({ get: (key) => (isLeaving ? null : get(key)) }));
      return {
        ...plant(options),
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
  readAs('429 counts as unreadable', 'unreadable', (status) => status === 429),
  readAs('503 counts as unreadable', 'unreadable', (status) => status === 503),
  takes('any 200 is a receipt', (status) => status === 200),
  takes('any 2xx but 200 is a receipt', (status) => status > 200 && status < 300),
  receiptsWith('a receipt counts for the whole batch, whatever it accepts', (receipt, { ids }) =>
    receipt.accepted ? { ...receipt, accepted: ids } : receipt,
  ),
  receiptsWith('events are given up after three attempts', (receipt, delivery) =>
    delivery.attempt > 1 && receipt.status >= 500 ? rejectAll(delivery, 'expired') : receipt,
  ),
  {
    name: 'expired events are not reported',
    plant: ({ onUndeliverable }) => ({
      options: {
        onUndeliverable(undeliverable) {
          if (undeliverable.code !== 'expired') onUndeliverable(undeliverable);
        },
      },
    }),
  },
  receiptsWith('halving gives up the whole half', (receipt, delivery) =>
    delivery.ids.length < 4 && isUnreadable(receipt) ? rejectAll(delivery, `http_${receipt.status}`) : receipt,
  ),
  receiptsWith('halving loses the second half', (receipt, { ids }) =>
    ids.length > 1 && isUnreadable(receipt) ? { status: 200, accepted: ids.slice(ids.length >> 1) } : receipt,
  ),
  mutate<typeof import('../../src/delivery/outbox/batch.ts')>(
    'an unreadable batch is not halved',
    'src/delivery/outbox/batch.ts',
    { toBatch: (toBatch) => (waiting, _, maxBytes) => toBatch(waiting, MAX_EVENTS, maxBytes) },
  ),
  mutate<typeof import('../../src/delivery/outbox/post.ts')>(
    'a transport that throws, throws into the page',
    'src/delivery/outbox/post.ts',
    {
      post: (post) => async (ports, batch, attempt, reason) => {
        let thrown: { readonly error: unknown } | undefined;
        const transport: typeof ports.transport = async (...args) => {
          try {
            return await ports.transport(...args);
          } catch (error) {
            thrown = { error };
            throw error;
          }
        };
        const receipt = await post({ ...ports, transport }, batch, attempt, reason);
        if (thrown) throw thrown.error;
        return receipt;
      },
    },
  ),
  mutate<RefusalModule>('the first 403 is the last', REFUSAL, {
    refuse: (refuse) => (pace, now) => refuse(pace, now) || true,
  }),
  mutate<RefusalModule>('a 403 is never given up', REFUSAL, {
    refuse: (refuse) => (pace, now) => refuse(pace, now) && false,
  }),
  paceOn('the requests of an outage are not spaced', ({ set }) => ({
    set: (key, text) => set(key, pack({ ...unpack(text), spaced: 0 })),
  })),
  paceWith('Retry-After holds for years after the clock is set back', (pace, now) => {
    let until = 0;
    return {
      hold(ms) {
        pace.hold(ms);
        if (ms > 0) until = Math.max(until, now() + ms);
      },
      wait: () => Math.max(pace.wait(), until - now()),
    };
  }),
];
