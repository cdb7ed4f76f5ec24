import { MAX_EVENTS } from '../../src/delivery/outbox/batch.ts';
import { PARTS } from '../../src/delivery/outbox/parts.ts';
import { MUTANTS_OF_RECEIPTS } from './mutantsOfReceipts.ts';
import { MUTANTS_OF_STORAGE } from './mutantsOfStorage.ts';
import { type Mutant, postWith, recordsWith } from './outboxMutant.ts';

/** Deliberate bugs, each of which the simulation must catch. */
export const MUTANTS: readonly Mutant[] = [
  ...MUTANTS_OF_STORAGE,
  ...MUTANTS_OF_RECEIPTS,
  {
    name: 'a retry has new ids',
    plant: ({ ports: { transport } }) => ({
      ports: {
        transport: (batch, request) =>
          transport(request.attempt > 0 ? batch.replaceAll('"id":"', '"id":"again-') : batch, request),
      },
    }),
  },
  {
    name: 'a retry has a new body',
    plant: ({ ports: { transport } }) => ({
      ports: {
        transport: (batch, request) =>
          transport(batch.replaceAll('"sequence"', `"attempt":${request.attempt},"sequence"`), request),
      },
    }),
  },
  {
    name: 'events are deleted before they are sent',
    plant: () => ({
      parts: postWith((post, records) => (ports, batch, attempt, reason) => {
        for (const record of batch) records().remove(record);
        return post(ports, batch, attempt, reason);
      }),
    }),
  },
  {
    name: 'events are deleted when the page is left',
    plant: () => ({
      parts: postWith((post, records) => (ports, batch, attempt, reason) => {
        if (reason === 'hidden') for (const record of batch) records().remove(record);
        return post(ports, batch, attempt, reason);
      }),
    }),
  },
  {
    name: 'what other pages left is not adopted',
    plant: () => ({ parts: recordsWith(() => ({ adopt: async () => {} })) }),
  },
  {
    name: 'nothing is sent when the page is left',
    plant: () => ({ outbox: () => ({ leave: () => {} }) }),
  },
  {
    name: 'no pause after a failure',
    plant: () => ({ parts: { toPauseMs: () => 20 } }),
  },
  {
    name: 'no lock',
    plant: () => ({
      ports: {
        async lock(task) {
          await task();
          return true;
        },
      },
    }),
  },
  {
    name: 'no further attempt when another tab has the lock',
    plant({ ports: { lock, after } }) {
      let isBusy = false;
      return {
        ports: {
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
    plant: ({ ports: { timeout } }) => ({ ports: { timeout: (ms) => timeout(ms * 1e6) } }),
  },
  {
    name: 'timers go on after stop()',
    plant({ ports: { after } }) {
      let isStopped = false;
      return {
        ports: {
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
    plant: () => ({
      options: { hold: false },
      outbox: ({ allow }) => ({ allow: (persist) => allow(persist, false) }),
    }),
  },
  {
    name: 'keeps what consent was withdrawn for',
    plant: ({ persist }) => ({ outbox: ({ allow }) => ({ allow: (_, hold) => allow(persist, hold) }) }),
  },
  {
    name: 'consent does not persist what was there before',
    plant: () => ({ parts: recordsWith(() => ({ keep: () => {} })) }),
  },
  {
    name: 'writes to the console',
    plant: ({ onRetry }) => ({
      options: {
        onRetry(status) {
          onRetry?.(status);
          console.warn(status);
        },
      },
    }),
  },
  {
    name: 'a timer that never rests',
    plant: ({ ports: { after } }) => ({
      parts: recordsWith(({ adopt }) => {
        const look = async (): Promise<void> => {
          await adopt();
          after(60_000, look);
        };
        return { adopt: look };
      }),
    }),
  },
  {
    name: 'batches have no limit of events',
    plant: () => ({
      parts: {
        toBatch: (records, most, maxBytes) => PARTS.toBatch(records, most < MAX_EVENTS ? most : 5000, maxBytes),
      },
    }),
  },
  {
    name: 'batches have no limit of bytes',
    plant: () => ({ parts: { toBatch: (records, most) => PARTS.toBatch(records, most, 48 * 1024 * 1024) } }),
  },
];
