import type { Clock } from '../../schema/index.ts';
import { isOwnOnly } from './tags.ts';

/**
 * Returns true when a display closes a clock. A survey that was ignored may come back, so a clock over several surveys counts only the
 * displays of the other surveys, and a clock over its own survey counts from the `times`-th ignored display on.
 */
export const displayCounts = ({ per, times = 1 }: Clock, ignored: number, isOwn: boolean): boolean =>
  isOwnOnly(per) ? ignored >= times : !isOwn;
