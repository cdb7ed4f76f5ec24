import type { Delivery } from '../../src/api/transport.ts';
import type { Held } from '../../src/delivery/outbox/held.ts';
import type { Sender } from '../../src/delivery/outbox/sender.ts';
import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';
import { type Mutant as ModuleMutant, mutate } from '../governance/mutant.ts';
import { type Mutant, paceWith, readAs, recordsOn, recordsWith } from './outboxMutant.ts';

type SenderModule = typeof import('../../src/delivery/outbox/sender.ts');
const SENDER = 'src/delivery/outbox/sender.ts';
type Given = Parameters<SenderModule['createSender']>;

/** The shortest pause after a failure is longer on average. */
const SOON_MS = 250;

/** Replaces the sender, or what it is given. */
const senderWith = (
  name: string,
  change: (create: SenderModule['createSender'], given: Given) => Sender,
): ModuleMutant =>
  mutate<SenderModule>(name, SENDER, {
    createSender:
      (create) =>
      (...given) =>
        change(create, given),
  });

/** Replaces the batch that the sender chooses from. */
const sendsFrom = (
  name: string,
  change: (waiting: readonly Held[], held: ReadonlyMap<string, Held>) => readonly Held[],
): ModuleMutant =>
  senderWith(name, (create, given) => {
    const [, { held }] = given;
    const sender = create(...given);
    return { ...sender, send: (waiting, reason, maxBytes) => sender.send(change(waiting, held), reason, maxBytes) };
  });

const isParked = (text: string | null) => readRecord(text ?? '')?.state === 'parked';

/** Bugs in what happens after a failure, and in what is kept of it. */
export const MUTANTS_OF_RECOVERY: readonly Mutant[] = [
  senderWith('a delivery does not end the counting of failures', (create, [options, ...given]) => {
    let failures = 0;
    const transport: typeof options.transport = (batch, delivery: Delivery) =>
      options.transport(batch, { ...delivery, attempt: Math.max(failures, delivery.attempt) });
    const sender = create({ ...options, transport }, ...given);
    return {
      async send(...sent) {
        const ms = await sender.send(...sent);
        if (ms <= SOON_MS) return ms;
        failures++;
        return Math.max(ms, options.random() * Math.min(300_000, 1000 * 2 ** failures));
      },
      restart() {
        failures = 0;
        sender.restart();
      },
    };
  }),
  {
    name: 'a page that is restored waits for the requests that it has lost',
    plant: () => ({ outbox: ({ wake }) => ({ wake: () => wake() }) }),
  },
  recordsWith('the newest parked record is dropped instead of the oldest', ({ select }) => ({
    select: (test) => [...select(test)].reverse(),
  })),
  recordsOn('parked records never expire', ({ get, set, remove }) => {
    const expired = new Set<string>();
    return {
      local: {
        set(key, text) {
          if (readRecord(text)?.state === 'removing' && isParked(get(key))) expired.add(key);
          else set(key, text);
        },
        remove(key) {
          if (!expired.delete(key)) remove(key);
        },
      },
    };
  }),
  paceWith('a delivery ends the Retry-After that another request was given', ({ change, clear }) => ({
    clear() {
      change({ until: 0 });
      clear();
    },
  })),
  {
    name: 'pauses have no jitter',
    plant: () => ({ options: { random: () => 1 } }),
  },
  sendsFrom('answers are sent in the order of their arrival', (waiting, held) =>
    [...held.values()].filter((each) => waiting.includes(each)),
  ),
  senderWith('the last request of a page takes more than is left of the keepalive total', (create, given) => {
    const { send, ...sender } = create(...given);
    return { ...sender, send: (waiting, reason) => send(waiting, reason) };
  }),
  readAs('408 counts as a refusal', 'refused', (status) => status === 408),
];
