import { addPeriod } from './addPeriod.ts';

/** The part of Playwright's `Page` that `travelOn` uses. */
export interface Travelling {
  addInitScript(script: { content: string }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
}

/**
 * Shifts the `Date` of a page into the future by `ms`. `travelOn` runs the source of this function in a page, so the function must not
 * reference anything outside itself. It also must not contain named functions, because bundlers that keep function names would insert calls
 * to their helpers.
 */
const shiftDate = (ms: number): void => {
  const key = Symbol.for('scorelet.testing.shift');
  const page = globalThis as unknown as Record<symbol, { ms: number } | undefined>;
  const before = page[key];
  if (before) {
    // Init scripts run in any order. Each later script has a larger shift, so the largest shift is the current one.
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
  // Keeps `new Date().constructor === Date` true.
  real.prototype.constructor = Date;
  Object.defineProperty(real, 'now', { value: () => realNow() + shift.ms, configurable: true, writable: true });
};

/**
 * Moves the `Date` of a page forward by a period (`'92d'`, `'3mo'`; days and longer units follow the calendar of the page), in the current
 * document and in every later document of the page, frames included. Repeated calls add up. Timers, `performance.now()`, cookies and caches
 * do not move. Code that stored `Date.now` before the first call, as a scorelet client does when it is created, keeps the old time until
 * the next document: reload, or call `travelOn` before `page.goto()`.
 */
export const travelOn = async (page: Travelling, period: string): Promise<void> => {
  const ms = await page.evaluate(`((now) => (${addPeriod})(now, ${JSON.stringify(period)}) - now)(Date.now())`);
  const before = Number(await page.evaluate(`globalThis[Symbol.for('scorelet.testing.shift')]?.ms ?? 0`));
  const script = `(${shiftDate})(${before + Number(ms)});`;
  await page.addInitScript({ content: script });
  await page.evaluate(script);
};
