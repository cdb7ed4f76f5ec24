/** Replaces Node's globals with those of the current tab during a simulation. */
import type { Random } from '../simulation/random.ts';
import type { Scheduler } from '../simulation/scheduler.ts';
import { running } from './fakeTab.ts';

export const chance: { random: Random | undefined; scheduler: Scheduler | undefined } = {
  random: undefined,
  scheduler: undefined,
};

const refuse = () => {
  throw new Error('SecurityError');
};
const FROM_WINDOW = [
  'setTimeout',
  'clearTimeout',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'addEventListener',
  'removeEventListener',
  'matchMedia',
];

/** Returns a function that restores Node's globals. */
export const installGlobals = (): (() => void) => {
  const before: [object, string, PropertyDescriptor | undefined][] = [];
  const define = (object: object, name: string, get: () => unknown) => {
    before.push([object, name, Object.getOwnPropertyDescriptor(object, name)]);
    Object.defineProperty(object, name, { get, configurable: true });
  };
  for (const name of FROM_WINDOW) {
    const { [name as 'setTimeout']: original } = globalThis;
    define(globalThis, name, () => running.tab?.window[name] ?? original);
  }
  define(globalThis, 'document', () => running.tab?.document);
  define(globalThis, 'Document', () => ({ prototype: running.tab?.document }));
  define(globalThis, 'location', () => running.tab?.location);
  define(globalThis, 'navigator', () => running.tab?.navigator);
  define(globalThis, 'screen', () => ({ width: 400, height: running.tab?.device.kind === 'tablet' ? 800 : 700 }));
  define(globalThis, 'localStorage', () => (running.tab?.device.keeps ? running.tab.device.localStorage : refuse()));
  define(globalThis, 'sessionStorage', () => (running.tab?.device.keeps ? running.tab.sessionStorage : refuse()));
  define(globalThis, 'crypto', () => ({
    getRandomValues: (bytes: Uint8Array) =>
      bytes.map((_, index) => {
        bytes[index] = chance.random?.whole(0, 255) ?? 0;
        return bytes[index] as number;
      }),
  }));
  define(Math, 'random', () => () => chance.random?.next() ?? 0);
  const { now } = Date;
  define(Date, 'now', () => () => running.tab?.device.now() ?? now());
  define(performance, 'now', () => () => chance.scheduler?.now() ?? 0);
  // The fake network answers every request.
  define(AbortSignal, 'timeout', () => () => new AbortController().signal);
  return () => {
    for (const [object, name, descriptor] of before) {
      if (descriptor) Object.defineProperty(object, name, descriptor);
      else delete (object as Record<string, unknown>)[name];
    }
  };
};
