import type { StoredRecord } from './storedRecord.ts';

/** An undelivered event in the memory of this page. */
export interface Held extends StoredRecord {
  readonly id: string;
  /** Its storage key, in both stores. */
  readonly key: string;
  /** Recorded by this page. The others were found on the device. */
  readonly own: boolean;
  /** It was written to localStorage, where every tab sees it. */
  kept: boolean;
  /**
   * The last request that carried it. `none`: it has not left yet. `lasting`: under way, and outlives the page.
   * `fragile`: under way, and ends with the page. `over`: the request has ended, or is considered lost.
   */
  request: 'none' | 'lasting' | 'fragile' | 'over';
}

/** Returns whether no request carries the event now. */
export const isIdle = ({ request }: Held): boolean => request === 'none' || request === 'over';
