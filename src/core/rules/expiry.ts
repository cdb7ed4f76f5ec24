import type { Survey } from '../../schema/index.ts';
import { toMs } from '../duration.ts';

const HOUR_MS = 3_600_000;

/** Says how old a moment may be when its prompt appears, in milliseconds: what the survey says, or an hour, or twice the delay (a delay of hours must not end in nothing). */
export const toExpiryMs = ({ trigger }: Survey): number => {
  const { delay = '0ms', expires } = typeof trigger === 'object' ? trigger : {};
  return expires ? toMs(expires) : Math.max(HOUR_MS, 2 * toMs(delay));
};
