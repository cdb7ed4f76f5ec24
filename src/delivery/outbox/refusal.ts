import { HOUR_MS, type Pace } from './pace.ts';

/** Makes every tab wait for an hour after a refused access. Returns true when the refusals have lasted for a day. */
export const refuse = ({ read, change }: Pick<Pace, 'read' | 'change'>, now: number): boolean => {
  // The device's clock may have been set back since the first refusal.
  const refusedAt = Math.min(read().refusedAt || now, now);
  change({ refusedAt, until: now + HOUR_MS });
  return now - refusedAt >= 24 * HOUR_MS;
};
