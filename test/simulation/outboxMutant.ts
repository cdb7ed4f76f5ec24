import type { Disk } from '../../src/delivery/outbox/disk.ts';
import { createOutbox, type Outbox } from '../../src/delivery/outbox/outbox.ts';
import type { OutboxOptions } from '../../src/delivery/outbox/outboxOptions.ts';
import type { Pace } from '../../src/delivery/outbox/pace.ts';
import { PARTS, type Parts } from '../../src/delivery/outbox/parts.ts';
import type { Ports } from '../../src/delivery/outbox/ports.ts';
import type { Records } from '../../src/delivery/outbox/records.ts';

/** What a mutant replaces when it builds the outbox of a page. */
export interface Planted {
  readonly options?: Partial<OutboxOptions>;
  readonly ports?: Partial<Ports>;
  readonly parts?: Partial<Parts>;
  /** Replaces methods of the finished outbox. */
  readonly outbox?: (outbox: Outbox) => Partial<Outbox>;
}

/** A bug that somebody could have written. */
export interface Mutant {
  readonly name: string;
  /** Called once for each page, so that a bug may have a memory. */
  plant(options: OutboxOptions): Planted;
}

/** Creates an outbox that has the bug. */
export const createMutant = (mutant: Mutant, options: OutboxOptions): Outbox => {
  const { options: otherOptions, ports, parts, outbox } = mutant.plant(options);
  const real = createOutbox(
    { ...options, ...otherOptions, ports: { ...options.ports, ...ports } },
    { ...PARTS, ...parts },
  );
  return { ...real, ...outbox?.(real) };
};

/** Replaces methods of the records. */
export const recordsWith = (
  change: (records: Records, disk: Disk) => Partial<Records>,
): Pick<Parts, 'createRecords'> => ({
  createRecords(disk, queue, now) {
    const records = PARTS.createRecords(disk, queue, now);
    return { ...records, ...change(records, disk) };
  },
});

/** Replaces methods of the pace. */
export const paceWith = (change: (pace: Pace, now: () => number) => Partial<Pace>): Pick<Parts, 'createPace'> => ({
  createPace(disk, key, now) {
    const pace = PARTS.createPace(disk, key, now);
    return { ...pace, ...change(pace, now) };
  },
});

/** Replaces methods of a disk for whoever is handed the copy. It is allowed what the disk is allowed. */
const toFaultyDisk = (disk: Disk, changes: Partial<Disk>): Disk => Object.assign(Object.create(disk), changes);

/** Hands the records a faulty disk. */
export const recordsOn = (change: (disk: Disk, queue: string) => Partial<Disk>): Pick<Parts, 'createRecords'> => ({
  createRecords: (disk, queue, now) => PARTS.createRecords(toFaultyDisk(disk, change(disk, queue)), queue, now),
});

/** Hands the pace a faulty disk. */
export const paceOn = (change: (disk: Disk) => Partial<Disk>): Pick<Parts, 'createPace'> => ({
  createPace: (disk, key, now) => PARTS.createPace(toFaultyDisk(disk, change(disk)), key, now),
});

/** Replaces methods of the disk itself. */
export const diskWith = (change: (disk: Disk, ports: Ports) => Partial<Disk>): Pick<Parts, 'createDisk'> => ({
  createDisk(ports, allowed) {
    const disk = PARTS.createDisk(ports, allowed);
    return Object.assign(disk, change({ ...disk }, ports));
  },
});

/** Replaces the way in which a batch is posted; `records` are those of the page. */
export const postWith = (
  change: (post: Parts['post'], records: () => Records) => Parts['post'],
): Pick<Parts, 'createRecords' | 'post'> => {
  let records: Records | undefined;
  return {
    createRecords: (...args) => {
      records = PARTS.createRecords(...args);
      return records;
    },
    post: change(PARTS.post, () => {
      if (!records) throw new Error('Nothing is posted before there are records.');
      return records;
    }),
  };
};
