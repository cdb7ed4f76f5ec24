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

/**
 * Returns true when a page that opens now belongs to the given visit, whose last page must have been opened less than half an hour ago. A
 * visit goes on after the device's clock was set back a little, but not when its last page lies further ahead.
 */
export const isSameVisit = ({ seen }: Pick<Visit, 'seen'>, now: number): boolean => Math.abs(now - seen) < MAX_PAUSE_MS;
