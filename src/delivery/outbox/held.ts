import type { StoredRecord } from './storedRecord.ts';

/** One request to the collector. Several requests may contain the same event. */
export interface Carrier {
  /** True for a keepalive request, which survives the page. */
  readonly lasting: boolean;
  /** True until the request has ended or is known to be lost. */
  open: boolean;
}

/** An undelivered event in the memory of this page. */
export interface Held {
  readonly id: string;
  /** The storage key of the event, the same in localStorage and IndexedDB. */
  readonly key: string;
  record: StoredRecord;
  /** True when this page recorded the event. False when the page found it on the device. */
  readonly own: boolean;
  /** True when another page stored the event in localStorage. When the key is gone, that page has delivered or dropped the event. */
  shared: boolean;
  /** The last request that contained this event. */
  request?: Carrier;
}

/** Returns true when no pending request contains the event. */
export const isIdle = ({ request }: Held): boolean => !request?.open;
