/**
 * Finds the argument at which an increasing function reaches `target`, to the full precision of a double. The result
 * must lie between `low` and `high`.
 */
export function bisect(grows: (x: number) => number, target: number, low: number, high: number): number {
  let below = low;
  let above = high;
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return middle;
    if (grows(middle) < target) below = middle;
    else above = middle;
  }
}
