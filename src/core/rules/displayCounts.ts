import type { Clock } from '../../schema/index.ts';
import { isOwnOnly } from './tags.ts';

/**
 * Returns true when a display closes a clock. A survey that was seen and ignored may come back: a clock over several surveys counts
 * the displays of the others, and a clock of its own counts from the `times`-th ignored display on.
 */
export const displayCounts = ({ per, times = 1 }: Clock, ignored: number, isOwn: boolean): boolean =>
  isOwnOnly(per) ? ignored >= times : !isOwn;
