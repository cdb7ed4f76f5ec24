import type { StoredRecord } from './storedRecord.ts';

/** One request. It has an identity, because several may carry the same event. */
export interface Carrier {
  /** `none`: the event has not left yet. `lasting`: outlives the page. `fragile`: ends with the page. `over`: has ended, or is lost. */
  readonly state: 'none' | 'lasting' | 'fragile' | 'over';
}

/** An undelivered event in the memory of this page. */
export interface Held extends StoredRecord {
  readonly id: string;
  /** Its storage key, in both stores. */
  readonly key: string;
  /** Recorded by this page. The others were found on the device. */
  readonly own: boolean;
  /** It was written to localStorage, where every tab sees it. */
  kept: boolean;
  /** The last request that carried it. */
  request: Carrier;
}

/** Returns whether no request carries the event now. */
export const isIdle = ({ request: { state } }: Held): boolean => state === 'none' || state === 'over';

export const NONE: Carrier = { state: 'none' };
export const OVER: Carrier = { state: 'over' };
