const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Converts a valid duration such as `'30d'` to milliseconds. */
export const toMs = (duration: string): number =>
  Number.parseInt(duration, 10) * UNIT_MS[duration.replace(/\d+/, '') as keyof typeof UNIT_MS];
