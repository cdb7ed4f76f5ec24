import type { ReferrerClass } from './referrerClass.ts';

export interface Visit {
  /** When its first page was opened, milliseconds since 1970. */
  readonly began: number;
  /** When its last page was opened, milliseconds since 1970. */
  readonly seen: number;
  /** Where its first page was opened from. */
  readonly referrer: ReferrerClass;
}

const MAX_PAUSE_MS = 1_800_000;

/** Returns true when a page that opens now belongs to a visit: the visit's last page was opened less than half an hour ago. */
export const isSameVisit = ({ began, seen }: Visit, now: number): boolean =>
  // A clock that was set back leaves a visit in the future, which would have no end.
  began <= seen && seen <= now && now - seen < MAX_PAUSE_MS;
