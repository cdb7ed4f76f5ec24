/** A visit to the host's site: pages that are no more than half an hour apart. */
import { isSameVisit, type Visit } from './isSameVisit.ts';
import type { ReferrerClass } from './referrerClass.ts';

/** Continues the visit that was kept, or begins one. */
export const toVisit = (kept: Visit | undefined, now: number, referrer: ReferrerClass): Visit =>
  kept && isSameVisit(kept, now) ? { ...kept, seen: now } : { began: now, seen: now, referrer };
