import type { FlushReason } from '../../src/api/transport.ts';
import { MAX_EVENTS } from '../../src/delivery/outbox/batch.ts';
import { UNDELIVERED } from '../../src/memory/keys.ts';
import { mutate } from '../governance/mutant.ts';
import { MUTANTS_OF_RECEIPTS } from './mutantsOfReceipts.ts';
import { MUTANTS_OF_RECOVERY } from './mutantsOfRecovery.ts';
import { MUTANTS_OF_STORAGE } from './mutantsOfStorage.ts';
import { type Mutant, recordsWith } from './outboxMutant.ts';

/** Deletes events from the device before some requests. */
const deletesFor = (name: string, isWrong: (reason: FlushReason) => boolean): Mutant => ({
  name,
  plant: ({ queue, transport, local, durable }) => ({
    options: {
      async transport(batch, delivery) {
        for (const id of isWrong(delivery.reason) ? delivery.ids : []) {
          const key = `${UNDELIVERED}${queue} ${id}`;
          local.remove(key);
          void durable?.remove(key).catch(() => {});
        }
        return transport(batch, delivery);
      },
    },
  }),
});

/** Deliberate bugs. The simulation must catch each of them. */
export const MUTANTS: readonly Mutant[] = [
  ...MUTANTS_OF_STORAGE,
  ...MUTANTS_OF_RECEIPTS,
  ...MUTANTS_OF_RECOVERY,
  {
    name: 'a retry has new ids',
    plant: ({ transport }) => ({
      options: {
        transport: (batch, request) =>
          transport(request.attempt > 0 ? batch.replaceAll('"id":"', '"id":"again-') : batch, request),
      },
    }),
  },
  {
    name: 'a retry has a new body',
    plant: ({ transport }) => ({
      options: {
        transport: (batch, request) =>
          transport(batch.replaceAll('"sequence"', `"attempt":${request.attempt},"sequence"`), request),
      },
    }),
  },
  deletesFor('events are deleted before they are sent', () => true),
  deletesFor('events are deleted when the page is left', (reason) => reason === 'hidden'),
  recordsWith('what other pages left is not adopted', () => ({ adopt: async () => {} })),
  {
    name: 'nothing is sent when the page is left',
    plant: () => ({ outbox: () => ({ leave: () => {} }) }),
  },
  mutate<typeof import('../../src/delivery/outbox/receipt.ts')>(
    'no pause after a failure',
    'src/delivery/outbox/receipt.ts',
    { toPauseMs: () => () => 20 },
  ),
  {
    name: 'no lock',
    plant: () => ({
      options: {
        async lock(task) {
          await task();
          return true;
        },
      },
    }),
  },
  {
    name: 'no further attempt when another tab has the lock',
    plant({ lock, after }) {
      let isBusy = false;
      return {
        options: {
          async lock(task) {
            const ran = await lock(task);
            isBusy = !ran;
            return ran;
          },
          after(ms, callback) {
            const stop = isBusy ? () => {} : after(ms, callback);
            isBusy = false;
            return stop;
          },
        },
      };
    },
  },
  {
    name: 'a request that hangs is never given up',
    plant: ({ timeout }) => ({ options: { timeout: (ms) => timeout(ms * 1e6) } }),
  },
  {
    name: 'timers go on after stop()',
    plant({ after }) {
      let isStopped = false;
      return {
        options: {
          after(ms, callback) {
            const stop = after(ms, callback);
            return () => {
              if (!isStopped) stop();
            };
          },
        },
        outbox: ({ stop }) => ({
          stop() {
            isStopped = true;
            stop();
          },
        }),
      };
    },
  },
  {
    name: 'sends while consent is pending',
    plant: () => ({ outbox: ({ allow }) => ({ allow: (persist) => allow(persist, false) }) }),
  },
  {
    name: 'keeps what consent was withdrawn for',
    plant() {
      let first: boolean | undefined;
      return {
        outbox: ({ allow }) => ({
          allow(persist, hold) {
            first ??= persist;
            allow(first, hold);
          },
        }),
      };
    },
  },
  recordsWith('consent does not persist what was there before', () => ({ keep: () => {} })),
  {
    name: 'writes to the console',
    plant: ({ onDelivery }) => ({
      options: {
        onDelivery(delivered) {
          onDelivery(delivered);
          console.warn(delivered.status);
        },
      },
    }),
  },
  {
    name: 'a timer that never rests',
    plant({ after }) {
      const look = () => void after(60_000, look);
      look();
      return {};
    },
  },
  mutate<typeof import('../../src/delivery/outbox/batch.ts')>(
    'batches have no limit of events',
    'src/delivery/outbox/batch.ts',
    { toBatch: (toBatch) => (waiting, most, maxBytes) => toBatch(waiting, most < MAX_EVENTS ? most : 5000, maxBytes) },
  ),
  mutate<typeof import('../../src/delivery/outbox/batch.ts')>(
    'batches have no limit of bytes',
    'src/delivery/outbox/batch.ts',
    { toBatch: (toBatch) => (waiting, most) => toBatch(waiting, most, 48 * 1024 * 1024) },
  ),
];
