/** Adds the layout results and browser APIs that a prompt needs and that jsdom lacks. */

/** An `IntersectionObserver` that reports every element as fully visible, because jsdom has no layout. */
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

/** A replacement for Web Locks that grants every lock, as in a browser with one tab. */
const locks = {
  request: async (name: string, ...rest: unknown[]) =>
    (rest.at(-1) as (lock: unknown) => unknown)({ name, mode: 'exclusive' }),
  query: async () => ({ held: [], pending: [] }),
};

/**
 * Adds the browser APIs to jsdom that a prompt needs: `matchMedia`, `IntersectionObserver` (every element is visible), `showModal`,
 * `scrollIntoView` and Web Locks (without which the queue waits up to two seconds, at random, before it sends). Keeps APIs that exist.
 * Returns a function that removes the added APIs.
 */
export const fillJsdom = (): (() => void) => {
  const gaps: Gap[] = [
    [globalThis, 'matchMedia', matchMedia],
    [globalThis, 'IntersectionObserver', EverythingInSight],
    [navigator, 'locks', locks],
    // Older versions of jsdom lack this API, and also ignore `adoptedStyleSheets`.
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
  // Test runners define some missing globals as `undefined`, so the value is checked.
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
