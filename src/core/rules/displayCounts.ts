import type { Clock } from '../../schema/index.ts';
import { isOwnOnly } from './tags.ts';

/**
 * Returns true when a display starts a frequency cap. A survey that was ignored may be shown again. Therefore, a cap on several surveys
 * counts only displays of the other surveys, and a cap on its own survey starts with the `times`-th ignored display.
 */
export const displayCounts = ({ per, times = 1 }: Clock, ignored: number, isOwn: boolean): boolean =>
  isOwnOnly(per) ? ignored >= times : !isOwn;
