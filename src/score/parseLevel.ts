import type { LevelOption } from './estimate.ts';
import { received } from './received.ts';

const DEFAULT_LEVEL = 0.95;

/**
 * Returns the confidence level, or its default.
 * @throws RangeError when the level is not a number above 0 and below 1, for example 95 instead of 0.95
 */
export function parseLevel({ level = DEFAULT_LEVEL }: LevelOption): number {
  if (typeof level === 'number' && level > 0 && level < 1) return level;
  throw new RangeError(`Expected level to be above 0 and below 1 (0.95 for 95 %), got ${received(level)}`);
}
