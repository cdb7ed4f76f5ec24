import type { Report } from '../api/options.ts';

/** Something that is fetched once, when it is first needed. */
export interface Fetched<T> {
  /** Resolves with it; with nothing when it could not be fetched, which is reported. The next call tries again. */
  fetch(): Promise<T | undefined>;
  /** Returns it if it is there. */
  now(): T | undefined;
  /** Resolves with it if somebody has asked for it. Fetches nothing. */
  asked(): Promise<T | undefined>;
}

export const createFetched = <T>(load: () => Promise<T>, report: Report): Fetched<T> => {
  let value: T | undefined;
  let loading: Promise<T | undefined> | undefined;
  const begin = async (): Promise<T | undefined> => {
    try {
      value = await load();
    } catch (cause) {
      loading = undefined;
      report('load_failed', `${cause}`, { cause });
    }
    return value;
  };
  return {
    fetch() {
      loading ??= begin();
      return loading;
    },
    now: () => value,
    asked: async () => loading,
  };
};
