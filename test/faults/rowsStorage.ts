import { pause } from './engine.ts';
import { first, unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { missAndReturn, untilTaken } from './steps.ts';
import type { World } from './world.ts';

/** Fills what is left of the site's storage, down to the last character. */
const FILL = `try {
  for (let size = 4194304, name = 0; size >= 1; ) {
    try { localStorage.setItem('host:' + name++, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
  }
} catch {}`;

const THROW = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
}`;

const FRAME = `addEventListener('DOMContentLoaded', () => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = 'SITE/';
  frame.style = 'width: 900px; height: 500px; border: 0';
  document.body.append(frame);
});`;

/** Without a device to write on: delivers while the page is open. */
const inMemory = (path: string) => async (world: World) => {
  world.collector.fault = first(1, { kind: 'status', status: 503 });
  const tab = await world.open(path);
  await world.answer(tab, 7);
  await untilTaken(world);
  return {};
};

const comeBack = (path: string) => async (world: World) => {
  world.collector.fault = unavailable;
  await missAndReturn(world, path, 7);
  return {};
};

/** What sites and browsers do to storage. */
export const storageRows: readonly Row[] = [
  {
    name: 'quota-full',
    title: 'the site has filled its localStorage; 503, tab closed, comes back',
    pages: { '/full': { early: FILL } },
    async run(world) {
      world.collector.fault = unavailable;
      const left = await world.open('/full');
      await world.answer(left, 7);
      await world.untilRequest();
      // IndexedDB is all there is, and it is not written at once: WebKit needs up to a tenth of a second, and forgets what a
      // page began that is gone by then.
      await pause(300);
      await world.close(left);
      world.collector.fault = undefined;
      const tab = await world.open('/full');
      await world.untilAnswered();
      // The next world's storage is another's, the disk is the same.
      const intact = await tab.evaluate("localStorage.getItem('host:cart') === '3 items' && localStorage.length > 5");
      await tab.evaluate('localStorage.clear()');
      return { problems: intact ? [] : ['the host has lost keys'] };
    },
  },
  {
    name: 'quota-full-healthy',
    title: 'the site has filled its localStorage; all else is well',
    pages: { '/full': { early: FILL } },
    async run(world) {
      const tab = await world.open('/full');
      await world.answer(tab, 7);
      await world.untilAnswered();
      await tab.evaluate('localStorage.clear()');
      return { once: true };
    },
  },
  {
    name: 'storage-throws',
    title: 'localStorage, sessionStorage and indexedDB throw when they are looked at',
    pages: { '/throws': { early: THROW } },
    run: inMemory('/throws'),
  },
  {
    name: 'sandboxed-page',
    title: 'a page without an origin (CSP sandbox): no storage, no locks',
    pages: { '/sandboxed': { headers: { 'Content-Security-Policy': 'sandbox allow-scripts' } } },
    run: inMemory('/sandboxed'),
  },
  {
    name: 'sandboxed-frame',
    title: 'a frame with sandbox="allow-scripts" alone',
    // The other drivers would need to be told of frames.
    engines: ['chromium'],
    pages: { '/frame': { early: FRAME, tags: 0 } },
    run: inMemory('/frame'),
  },
  {
    name: 'no-locks',
    title: 'no Web Locks and no randomUUID (plain http); 503, tab closed, comes back',
    pages: {
      '/plain': {
        early: `Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
          Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined });`,
      },
    },
    run: comeBack('/plain'),
  },
  {
    name: 'no-indexeddb',
    title: 'no IndexedDB; 503, tab closed, comes back',
    pages: { '/old': { early: "Object.defineProperty(window, 'indexedDB', { value: undefined });" } },
    run: comeBack('/old'),
  },
  {
    name: 'storage-cleared',
    title: 'the site clears its storage while the answer waits; the page stays open',
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.open();
      await world.answer(tab, 7);
      await world.untilRequest();
      await tab.evaluate('localStorage.clear()');
      world.collector.fault = undefined;
      return { within: 30_000 };
    },
  },
];
