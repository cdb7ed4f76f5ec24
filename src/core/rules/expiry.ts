import type { Survey } from '../../schema/index.ts';
import { toMs } from '../duration.ts';

const HOUR_MS = 3_600_000;

/**
 * Returns the maximum age of a moment, in milliseconds: the survey's own limit, or else an hour or twice the delay, whichever is longer.
 * An older moment no longer fits what the respondent is doing.
 */
export const toExpiryMs = ({ trigger }: Survey): number => {
  const { delay = '0ms', expires } = typeof trigger === 'object' ? trigger : {};
  return expires ? toMs(expires) : Math.max(HOUR_MS, 2 * toMs(delay));
};
