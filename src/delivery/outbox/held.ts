import type { StoredRecord } from './storedRecord.ts';

/** One request. Several may carry the same event. */
export interface Carrier {
  /** True for a request that survives the page. */
  readonly lasting: boolean;
  /** True until the request has ended or was lost. */
  open: boolean;
}

/** An undelivered event in the memory of this page. */
export interface Held {
  readonly id: string;
  /** Its storage key, in both stores. */
  readonly key: string;
  readonly record: StoredRecord;
  /** True when this page recorded it. Other events were found on the device. */
  readonly own: boolean;
  /** True when another page stored it in localStorage. It is settled when it is gone from there. */
  shared: boolean;
  /** The last request with this event. */
  request?: Carrier;
}

/** Returns true when no request carries the event now. */
export const isIdle = ({ request }: Held): boolean => !request?.open;
