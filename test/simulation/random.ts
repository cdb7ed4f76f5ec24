/** Seeded random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Returns a number from 0 up to, but not including, 1. */
  next(): number;
  /** Returns a whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Returns `true` with this probability. */
  chance(often: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** Creates a Mulberry32 generator. */
export const createRandom = (seed: number): Random => {
  // Consecutive seeds must not give similar simulated worlds.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (often) => next() < often,
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
};
