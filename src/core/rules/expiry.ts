import type { Survey } from '../../schema/index.ts';
import { toMs } from '../duration.ts';

const HOUR_MS = 3_600_000;

/**
 * Returns the maximum age of a moment, in milliseconds: as the survey states, else an hour or twice the delay, whichever is longer. A
 * question about an order that appears two hours later asks about something else.
 */
export const toExpiryMs = ({ trigger }: Survey): number => {
  const { delay = '0ms', expires } = typeof trigger === 'object' ? trigger : {};
  return expires ? toMs(expires) : Math.max(HOUR_MS, 2 * toMs(delay));
};
