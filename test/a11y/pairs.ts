import { createRandom } from '../simulation/random.ts';

/** The factors that vary in a test, and their values. */
export type Factors = { readonly [name: string]: readonly string[] };
export type Row<F extends Factors> = { readonly [Name in keyof F]: F[Name][number] };

/** How many candidates are compared for each row. */
const TRIES = 24;

/**
 * Chooses rows so that every two values of different factors occur together in at least one row, if `isPossible` allows it. These
 * are far fewer than all rows. The algorithm is greedy, and returns the same rows for the same seed. `isPossible` also receives
 * incomplete rows.
 */
export const toPairs = <F extends Factors>(
  factors: F,
  isPossible: (row: Partial<Row<F>>) => boolean = () => true,
  seed = 1,
): Row<F>[] => {
  const random = createRandom(seed);
  const names = Object.keys(factors);
  const toKey = (one: string, oneValue: string, two: string, twoValue: string) =>
    `${one}=${oneValue} ${two}=${twoValue}`;
  const open = new Map<string, Record<string, string>>();
  for (const [index, one] of names.entries()) {
    for (const two of names.slice(index + 1)) {
      for (const oneValue of factors[one] ?? []) {
        for (const twoValue of factors[two] ?? []) {
          const pair = { [one]: oneValue, [two]: twoValue };
          if (isPossible(pair as Partial<Row<F>>)) open.set(toKey(one, oneValue, two, twoValue), pair);
        }
      }
    }
  }
  const pairsOf = (row: Record<string, string>) =>
    names.flatMap((one, index) =>
      names.slice(index + 1).flatMap((two) => {
        const [oneValue, twoValue] = [row[one], row[two]];
        return oneValue !== undefined && twoValue !== undefined ? [toKey(one, oneValue, two, twoValue)] : [];
      }),
    );
  const gainOf = (row: Record<string, string>) => pairsOf(row).filter((key) => open.has(key)).length;

  /** Fills a row factor by factor in a random order. Each factor gets the value that covers the most open pairs. */
  const fillRow = (begun: Record<string, string>): Record<string, string> | undefined => {
    let row = begun;
    const left = names.filter((name) => !(name in row)).map((name) => [random.next(), name] as const);
    for (const [, name] of left.sort(([one], [two]) => one - two)) {
      const choices = (factors[name] ?? [])
        .map((value) => ({ ...row, [name]: value }))
        .filter((next) => isPossible(next as Partial<Row<F>>))
        .map((next) => ({ next, gain: gainOf(next) + random.next() / 2 }));
      if (choices.length === 0) return undefined;
      row = choices.reduce((best, each) => (each.gain > best.gain ? each : best)).next;
    }
    return row;
  };

  const rows: Row<F>[] = [];
  for (;;) {
    const [first] = open;
    if (!first) return rows;
    let best: Record<string, string> | undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      const row = fillRow(first[1]);
      if (row && (!best || gainOf(row) > gainOf(best))) best = row;
    }
    // No complete row can contain this pair.
    if (!best) open.delete(first[0]);
    else {
      for (const key of pairsOf(best)) open.delete(key);
      rows.push(best as Row<F>);
    }
  }
};
