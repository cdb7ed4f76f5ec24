/** Counts the edits (insert, delete, replace, swap of neighbours) that turn one word into another. */
const distance = (from: string, to: string): number => {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => [i, ...Array<number>(to.length).fill(0)]);
  for (let j = 1; j <= to.length; j++) (rows[0] as number[])[j] = j;
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      (rows[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(from.length, to.length);
};

/** Finds the valid word that somebody most likely meant; `undefined` when none is near. */
export const nearest = (word: string, words: readonly string[]): string | undefined => {
  const short = word.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(short.length / 3)) + 1;
  for (const candidate of words) {
    const edits = distance(short, candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
};
