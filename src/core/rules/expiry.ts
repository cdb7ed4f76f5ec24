import type { Survey } from '../../schema/index.ts';
import { toMs } from '../duration.ts';

const HOUR_MS = 3_600_000;

/**
 * Returns how long a fired trigger stays valid, in milliseconds: the limit that the survey sets, or else an hour or twice the trigger's
 * delay, whichever is longer. An older moment no longer fits what the respondent is doing.
 */
export const toExpiryMs = ({ trigger }: Survey): number => {
  const { delay = '0ms', expires } = typeof trigger === 'object' ? trigger : {};
  return expires ? toMs(expires) : Math.max(HOUR_MS, 2 * toMs(delay));
};
