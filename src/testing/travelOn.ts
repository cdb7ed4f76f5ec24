import { addPeriod } from './addPeriod.ts';

/** What is used of Playwright's `Page`. */
export interface Travelling {
  addInitScript(script: { content: string }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
}

/**
 * Puts a page's `Date` ahead of the real one, from when on it is there. Its source is run in pages: it may name nothing outside itself, and gives names to no functions,
 * or tools that keep names would call their own helpers there.
 */
const shiftDate = (ms: number): void => {
  const key = Symbol.for('scorelet.testing.shift');
  const page = globalThis as unknown as Record<symbol, { ms: number } | undefined>;
  const before = page[key];
  if (before) {
    // Nobody says in which order the scripts of a new document run; periods only add up.
    before.ms = Math.max(before.ms, ms);
    return;
  }
  const shift = { ms };
  Object.defineProperty(page, key, { value: shift });
  const real = Date;
  const realNow = real.now.bind(real);
  globalThis.Date = new Proxy(real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [realNow() + shift.ms], newTarget),
    apply: (target) => `${new target(realNow() + shift.ms)}`,
  });
  // `new Date().constructor` is the same Date.
  real.prototype.constructor = Date;
  Object.defineProperty(real, 'now', { value: () => realNow() + shift.ms, configurable: true, writable: true });
};

/**
 * Moves a page's `Date` on by a period (`'92d'`, `'3mo'`; days and longer by the calendar of the page), in the document that is open and in every later one of the
 * page, frames included. Periods add up. Timers, `performance.now()`, cookies and caches stay where they are. What took hold of `Date.now` before the first call,
 * as scorelet's client does when it is created, moves with the next document: reload, or travel before `page.goto()`.
 */
export const travelOn = async (page: Travelling, period: string): Promise<void> => {
  const ms = await page.evaluate(`((now) => (${addPeriod})(now, ${JSON.stringify(period)}) - now)(Date.now())`);
  const before = Number(await page.evaluate(`globalThis[Symbol.for('scorelet.testing.shift')]?.ms ?? 0`));
  const script = `(${shiftDate})(${before + Number(ms)});`;
  await page.addInitScript({ content: script });
  await page.evaluate(script);
};
