/**
 * Watches the globals from now on. Returns a function that reports which globals of a page were read, and which globals were added, changed
 * or removed. It refers to nothing outside of itself, so that its text can run in another realm.
 */
export const watchGlobals = () => {
  const read = new Set();
  const names = [
    'window',
    'document',
    'navigator',
    'location',
    'history',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'customElements',
    'MutationObserver',
    'matchMedia',
    'requestAnimationFrame',
    'addEventListener',
  ];
  for (const name of names) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => void read.add(name),
      set: () => void read.add(name),
    });
  }
  const look = () => new Map(Object.entries(Object.getOwnPropertyDescriptors(globalThis)));
  const before = look();
  const isSame = (one, other) => ['value', 'get', 'set'].every((key) => Object.is(one?.[key], other?.[key]));
  return () => {
    const after = look();
    // zod keeps its registries in globals, so that several copies of zod share them.
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => !isSame(before.get(name), after.get(name)) && !name.startsWith('__zod_'),
    );
    return { read: [...read], changed };
  };
};
