/**
 * Finds where a function that grows with its argument reaches `target`, to the last bit the function can tell apart.
 * `low` must be below and `high` above the answer.
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
