/** A visit to the host's site: a series of pages that were opened less than half an hour apart. */
import { isSameVisit, type Visit } from './isSameVisit.ts';
import type { ReferrerClass } from './referrerClass.ts';

/**
 * Continues the stored visit, or starts a new one when the stored visit has ended. After the device's clock was set back, the visit began
 * now, so that everything that happened in it still belongs to it.
 */
export const toVisit = (kept: Visit, now: number, referrer: ReferrerClass): Visit => {
  const visit = isSameVisit(kept, now) ? kept : { began: now, referrer };
  return { ...visit, began: Math.min(visit.began, now), seen: now };
};
