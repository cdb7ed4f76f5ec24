import type { createOutbox, Outbox } from '../../src/delivery/outbox/outbox.ts';
import type { OutboxOptions } from '../../src/delivery/outbox/outboxOptions.ts';
import type { Pace } from '../../src/delivery/outbox/pace.ts';
import type { DurablePort, LocalPort } from '../../src/delivery/outbox/ports.ts';
import type { Records } from '../../src/delivery/outbox/records.ts';
import type { FetchRecover } from '../../src/delivery/outbox/recover.ts';
import type { Verdict } from '../../src/delivery/outbox/verdict.ts';
import { TROUBLE, UNDELIVERED } from '../../src/memory/keys.ts';
import { type Mutant as ModuleMutant, mutate } from '../governance/mutant.ts';

/** The parts that a mutant replaces when the outbox of a page is created. */
interface Planted {
  readonly options?: Partial<OutboxOptions>;
  /** Returns faulty methods that replace those of an outbox that has been created. */
  readonly outbox?: (outbox: Outbox) => Partial<Outbox>;
}

/** A bug in the way the outbox uses its environment. */
export interface PortMutant {
  readonly name: string;
  /** Called once for each page, so that a bug can have separate state for each page. */
  plant(options: OutboxOptions): Planted;
}

/** A plausible bug, either at the edge of the outbox or in one of its modules. */
export type Mutant = PortMutant | ModuleMutant;

/**
 * Creates an outbox with the bug. The bundle for a mutant of a module already contains the bug. This file does not import the
 * outbox, because in such a bundle the outbox imports the mutants.
 */
export const createMutant = (
  mutant: Mutant,
  create: typeof createOutbox,
  options: OutboxOptions,
  fetchRecover: FetchRecover,
): Outbox => {
  if (!('plant' in mutant)) return create(options, fetchRecover);
  const { options: changed, outbox } = mutant.plant(options);
  const real = create({ ...options, ...changed }, fetchRecover);
  return { ...real, ...outbox?.(real) };
};

/** Replaces methods of the records. */
export const recordsWith = (name: string, change: (records: Records) => Partial<Records>): ModuleMutant =>
  mutate<typeof import('../../src/delivery/outbox/records.ts')>(name, 'src/delivery/outbox/records.ts', {
    createRecords:
      (createRecords) =>
      (...args) => {
        const records = createRecords(...args);
        return { ...records, ...change(records) };
      },
  });

/** Replaces methods of the retry timing. */
export const paceWith = (name: string, change: (pace: Pace, now: () => number) => Partial<Pace>): ModuleMutant =>
  mutate<typeof import('../../src/delivery/outbox/pace.ts')>(name, 'src/delivery/outbox/pace.ts', {
    createPace: (createPace) => (disk, options) => {
      const pace = createPace(disk, options);
      return { ...pace, ...change(pace, options.now) };
    },
  });

/** A mutant that treats each receipt with a matching status as `verdict`, whatever the status means. */
export const readAs = (name: string, verdict: Verdict, test: (status: number) => boolean): ModuleMutant =>
  mutate<typeof import('../../src/delivery/outbox/verdict.ts')>(name, 'src/delivery/outbox/verdict.ts', {
    toVerdict: (toVerdict) => (receipt) => (test(receipt.status) ? verdict : toVerdict(receipt)),
  });

/** Replaces methods of localStorage for the keys with a prefix. */
const localOn = (prefix: string, local: LocalPort, changes: Partial<LocalPort>): LocalPort => {
  const faulty = { ...local, ...changes };
  const toPort = (key: string) => (key.startsWith(prefix) ? faulty : local);
  return {
    keys: faulty.keys,
    get: (key) => toPort(key).get(key),
    set: (key, value) => toPort(key).set(key, value),
    remove: (key) => toPort(key).remove(key),
  };
};

/** Gives faulty stores to the records. */
export const recordsOn = (
  name: string,
  change: (
    local: LocalPort,
    durable: DurablePort,
    queue: string,
  ) => { readonly local?: Partial<LocalPort>; readonly durable?: Partial<DurablePort> },
): PortMutant => ({
  name,
  plant({ queue, local, durable }) {
    if (!durable) throw new Error('Each page of the simulation has a database.');
    const changes = change(local, durable, queue);
    return {
      options: {
        local: localOn(UNDELIVERED, local, { ...changes.local }),
        durable: { ...durable, ...changes.durable },
      },
    };
  },
});

/** Gives a faulty localStorage to the retry timing. */
export const paceOn = (name: string, change: (local: LocalPort) => Partial<LocalPort>): PortMutant => ({
  name,
  plant: ({ local }) => ({ options: { local: localOn(TROUBLE, local, change(local)) } }),
});
