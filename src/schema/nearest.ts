/**
 * Returns the edit distance between two words: the number of insertions, deletions, replacements and swaps of neighbours (optimal string
 * alignment).
 */
const distance = (from: string, to: string): number => {
  const rows: number[][] = [];
  const at = (i: number, j: number) => (rows[i] as number[])[j] as number;
  for (let i = 0; i <= from.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= to.length; j++) {
      const swapped = i > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        i && j
          ? Math.min(
              at(i - 1, j) + 1,
              at(i, j - 1) + 1,
              at(i - 1, j - 1) + +(from[i - 1] !== to[j - 1]),
              swapped ? at(i - 2, j - 2) + 1 : i + j,
            )
          : i + j,
      );
    }
  }
  return at(from.length, to.length);
};

/**
 * Returns the valid word that is most similar to a word. Returns `undefined` when more than a third of the letters, and more than one,
 * differ.
 */
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
