import type { Report } from '../api/options.ts';

/** A part of the client that is fetched once, when it is first needed. */
export interface Fetched<T> {
  /** Resolves the part, or undefined when it could not be fetched. The failure is reported, and the next call tries again. */
  fetch(): Promise<T | undefined>;
  /** Returns the part if it has been fetched. Does not start a fetch. */
  now(): T | undefined;
  /** Resolves the part if its fetch has already started. Does not start a fetch. */
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
