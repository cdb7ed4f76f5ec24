/** A `Storage` in memory that is one in every respect: what code does with `localStorage` by method, by name or by `for … in`, it may do with this. */

export interface TestStorageOptions {
  /** How many UTF-16 units fit, keys and values together; a value beyond throws `QuotaExceededError`. 0 is full from the start. @default 5242880 */
  quota?: number | undefined;
  /** Throws `SecurityError` at every touch, as in a sandboxed frame or where cookies are blocked. @default false */
  failing?: boolean | undefined;
}

const QUOTA = 5_242_880;

/** Creates an empty storage for the hook `storage` of `createScorelet`, one for each test. Two clients that share one are two pages of a browser. */
export const createTestStorage = ({ quota = QUOTA, failing = false }: TestStorageOptions = {}): Storage => {
  const items = new Map<string, string>();
  const check = () => {
    if (failing) throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  const set = (key: string, value: string) => {
    let used = key.length + value.length;
    for (const [name, text] of items) if (name !== key) used += name.length + text.length;
    if (used > quota) throw new DOMException(`Setting the value of '${key}' exceeded the quota.`, 'QuotaExceededError');
    items.set(key, value);
  };
  // In a browser these are enumerable too, and show up in `for … in` after the keys.
  const methods: Storage = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][Number(index) || 0] ?? null,
    getItem: (key) => items.get(`${key}`) ?? null,
    setItem: (key, value) => set(`${key}`, `${value}`),
    removeItem: (key) => void items.delete(`${key}`),
    clear: () => items.clear(),
  };
  Object.defineProperty(methods, Symbol.toStringTag, { value: 'Storage' });
  /** The value behind a property that is a key; methods hide keys of their name. */
  const itemOf = (name: string | symbol) => (typeof name === 'symbol' || name in methods ? undefined : items.get(name));

  return new Proxy(Object.create(methods), {
    get(target, name) {
      // Test runners and promises look at symbols and at `then` of what they are given.
      if (typeof name === 'string' && name !== 'then') check();
      return itemOf(name) ?? Reflect.get(target, name);
    },
    set(_, name, value) {
      check();
      set(String(name), `${value}`);
      return true;
    },
    has(target, name) {
      check();
      return itemOf(name) !== undefined || Reflect.has(target, name);
    },
    deleteProperty(_, name) {
      check();
      items.delete(String(name));
      return true;
    },
    defineProperty(_, name, { value }) {
      check();
      set(String(name), `${value}`);
      return true;
    },
    ownKeys() {
      check();
      return [...items.keys()].filter((key) => !(key in methods));
    },
    getOwnPropertyDescriptor(_, name) {
      check();
      const value = itemOf(name);
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
    },
    preventExtensions: () => false,
  });
};
