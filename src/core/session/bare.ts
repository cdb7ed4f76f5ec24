/**
 * Returns a copy of a record without a prototype. Its keys may be ids of the host page: a question may be called `constructor`. The page may
 * also have put values on `Object.prototype`, and a missing key stays missing in the copy.
 */
export const bare = <T extends object>(record?: T): T => ({ __proto__: null, ...record }) as unknown as T;
