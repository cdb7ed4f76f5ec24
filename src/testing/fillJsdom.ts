/** jsdom has no layout and lacks some of what a prompt asks of a browser. */

/** Everything is in sight at once: without layout nothing can say otherwise. */
class EverythingInSight {
  readonly #callback: IntersectionObserverCallback;
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  constructor(callback: IntersectionObserverCallback) {
    this.#callback = callback;
  }
  observe(target: Element) {
    const entry = { target, isIntersecting: true, intersectionRatio: 1 } as unknown as IntersectionObserverEntry;
    this.#timers.push(setTimeout(() => this.#callback([entry], this as unknown as IntersectionObserver)));
  }
  unobserve() {}
  disconnect() {
    for (const timer of this.#timers) clearTimeout(timer);
  }
  takeRecords() {
    return [];
  }
}

const matchMedia = (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});

type Gap = [object: object, name: string, value: unknown];

/** One tab alone: every lock is free. */
const locks = {
  request: async (name: string, ...rest: unknown[]) =>
    (rest.at(-1) as (lock: unknown) => unknown)({ name, mode: 'exclusive' }),
  query: async () => ({ held: [], pending: [] }),
};

/**
 * Gives jsdom what a prompt needs and it has not: `matchMedia`, `IntersectionObserver` (everything is in sight), `showModal`, `scrollIntoView` and Web Locks
 * (without which sending waits up to two seconds by chance). What is there stays as it is. Returns what takes it all back.
 */
export const fillJsdom = (): (() => void) => {
  const gaps: Gap[] = [
    [globalThis, 'matchMedia', matchMedia],
    [globalThis, 'IntersectionObserver', EverythingInSight],
    [navigator, 'locks', locks],
    // Lacks in older versions, where shadow roots take no sheets anyway.
    [CSSStyleSheet.prototype, 'replaceSync', () => {}],
    [Element.prototype, 'scrollIntoView', () => {}],
    [
      HTMLDialogElement.prototype,
      'showModal',
      function showModal(this: HTMLDialogElement) {
        this.open = true;
      },
    ],
  ];
  // Test runners name globals that jsdom has not, without a value.
  const filled = gaps.filter(([object, name]) => (object as Record<string, unknown>)[name] === undefined);
  const before = filled.map(([object, name]) => Object.getOwnPropertyDescriptor(object, name));
  for (const [object, name, value] of filled)
    Object.defineProperty(object, name, { value, configurable: true, writable: true });
  return () => {
    filled.forEach(([object, name], index) => {
      const descriptor = before[index];
      if (descriptor) Object.defineProperty(object, name, descriptor);
      else Reflect.deleteProperty(object, name);
    });
  };
};
