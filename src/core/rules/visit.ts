/** A visit to the host's site: a series of pages that were opened less than half an hour apart. */
import { isSameVisit, type Visit } from './isSameVisit.ts';
import type { ReferrerClass } from './referrerClass.ts';

/** Continues the stored visit, or starts a new one when the stored visit has ended. */
export const toVisit = (kept: Visit | undefined, now: number, referrer: ReferrerClass): Visit =>
  kept && isSameVisit(kept, now) ? { ...kept, seen: now } : { began: now, seen: now, referrer };
