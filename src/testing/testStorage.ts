/** An in-memory `Storage` that behaves like `localStorage`, including property access and `for … in`. */

export interface TestStorageOptions {
  /**
   * The capacity in UTF-16 code units, for keys and values together. A write above it throws `QuotaExceededError`.
   * @default 5242880
   */
  quota?: number | undefined;
  /**
   * True to throw `SecurityError` on every access, as in a sandboxed frame or when the browser blocks cookies.
   * @default false
   */
  failing?: boolean | undefined;
}

const QUOTA = 5_242_880;

/**
 * Creates an empty storage for the hook `storage` of `createScorelet`. Two clients that share a storage act as two pages of one browser.
 */
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
  // The methods are enumerable, as in a browser, and `for … in` lists them after the keys.
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
  /** Returns the value of the key with that property name. A storage method hides a key with the same name. */
  const itemOf = (name: string | symbol) => (typeof name === 'symbol' || name in methods ? undefined : items.get(name));

  return new Proxy(Object.create(methods), {
    get(target, name) {
      // Test runners and promises read symbols and `then` from every object, so reading these must not throw.
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
