import type { StoredRecord } from './storedRecord.ts';

/** One request. Several may carry the same event. */
export interface Carrier {
  /** Outlives the page. */
  readonly lasting: boolean;
  /** Has neither ended nor been lost. */
  open: boolean;
}

/** An undelivered event in the memory of this page. */
export interface Held {
  readonly id: string;
  /** Its storage key, in both stores. */
  readonly key: string;
  readonly record: StoredRecord;
  /** Recorded by this page. The others were found on the device. */
  readonly own: boolean;
  /** Another page has it in localStorage: it is settled when it is no longer there. */
  shared: boolean;
  /** The last request that carried it. */
  request?: Carrier;
}

/** Returns whether no request carries the event now. */
export const isIdle = ({ request }: Held): boolean => !request?.open;
