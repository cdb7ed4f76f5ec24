import type { ReferrerClass } from './referrerClass.ts';

export interface Visit {
  /** When the first page of the visit was opened, in milliseconds since 1970. */
  readonly began: number;
  /** When the last page of the visit was opened, in milliseconds since 1970. */
  readonly seen: number;
  /** The referrer class of the first page of the visit. */
  readonly referrer: ReferrerClass;
}

const MAX_PAUSE_MS = 1_800_000;

/** Returns true when a page that opens now belongs to the given visit, whose last page must have been opened less than half an hour ago. */
export const isSameVisit = ({ began, seen }: Visit, now: number): boolean =>
  // After the device's clock was set back, the visit would be in the future and never end.
  began <= seen && seen <= now && now - seen < MAX_PAUSE_MS;
