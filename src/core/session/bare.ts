/**
 * Returns a copy of a record without a prototype. The keys of such a record are ids of the host page: a question may be called
 * `constructor`.
 */
export const bare = <T>(record?: Readonly<Record<string, T>>): Record<string, T> =>
  ({ __proto__: null, ...record }) as unknown as Record<string, T>;
