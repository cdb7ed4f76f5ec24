/** A visit to the host's site: pages with less than half an hour between them. */
import { isSameVisit, type Visit } from './isSameVisit.ts';
import type { ReferrerClass } from './referrerClass.ts';

/** Continues the stored visit, or starts a new one. */
export const toVisit = (kept: Visit | undefined, now: number, referrer: ReferrerClass): Visit =>
  kept && isSameVisit(kept, now) ? { ...kept, seen: now } : { began: now, seen: now, referrer };
