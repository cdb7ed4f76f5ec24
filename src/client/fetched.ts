import type { Report } from '../api/options.ts';

/** Something that is fetched once, when it is first needed. */
export interface Fetched<T> {
  /** Resolves with it; with nothing when it could not be fetched, which is reported. The next call tries again. */
  fetch(): Promise<T | undefined>;
  /** Resolves with it if somebody has asked for it; fetches nothing. */
  asked(): Promise<T | undefined>;
  /** Returns it if it is there. */
  now(): T | undefined;
  /** Calls back when it is there, if somebody has asked for it. */
  whenFetched(callback: (value: T) => void): void;
}

/** Creates the memory of a fetch. */
export const createFetched = <T>(load: () => Promise<T>, report: Report): Fetched<T> => {
  let value: T | undefined;
  let loading: Promise<T | undefined> | undefined;
  const begin = async (): Promise<T | undefined> => {
    try {
      value = await load();
      return value;
    } catch (cause) {
      loading = undefined;
      return report('load_failed', `${cause}`, { cause });
    }
  };
  return {
    fetch() {
      loading ??= begin();
      return loading;
    },
    asked: async () => loading,
    now: () => value,
    whenFetched(callback) {
      void loading?.then((loaded) => loaded && callback(loaded));
    },
  };
};
