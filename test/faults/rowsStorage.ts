import { pause } from './engine.ts';
import { first, unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { missAndReturn, untilTaken } from './steps.ts';
import type { World } from './world.ts';

/** Fills the host site's localStorage completely. */
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

/** Answers on a page without storage. The page must deliver while it is open. */
const inMemory = (path: string) => async (world: World) => {
  world.collector.fault = first(1, { kind: 'status', status: 503 });
  const tab = await world.open(path);
  await world.answer(tab, 7);
  await untilTaken(world);
  return {};
};

/** Answers while the collector responds 503, closes the tab, and returns after the collector has recovered. */
const comeBack = (path: string) => async (world: World) => {
  world.collector.fault = unavailable;
  await missAndReturn(world, path, 7);
  return {};
};

/** Test cases about storage that is full, denied, missing or cleared. */
export const storageRows: readonly Row[] = [
  {
    name: 'quota-full',
    title: 'localStorage is full, the collector responds 503, the tab is closed, and the respondent returns later',
    pages: { '/full': { early: FILL } },
    async run(world) {
      world.collector.fault = unavailable;
      const left = await world.open('/full');
      await world.answer(left, 7);
      await world.untilRequest();
      // Events can only be stored in IndexedDB. WebKit needs up to 100 ms to write there and discards the write when the page
      // closes earlier.
      await pause(300);
      await world.close(left);
      world.collector.fault = undefined;
      const tab = await world.open('/full');
      await world.untilAnswered();
      // The next test case has another origin, but uses the same disk.
      const intact = await tab.evaluate("localStorage.getItem('host:cart') === '3 items' && localStorage.length > 5");
      await tab.evaluate('localStorage.clear()');
      return { problems: intact ? [] : ["the host page's localStorage keys are gone"] };
    },
  },
  {
    name: 'quota-full-healthy',
    title: 'localStorage is full, and nothing fails',
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
    title: 'reading localStorage, sessionStorage or indexedDB throws',
    pages: { '/throws': { early: THROW } },
    run: inMemory('/throws'),
  },
  {
    name: 'sandboxed-page',
    title: 'the page has no origin (CSP sandbox), so it has no storage and no Web Locks',
    pages: { '/sandboxed': { headers: { 'Content-Security-Policy': 'sandbox allow-scripts' } } },
    run: inMemory('/sandboxed'),
  },
  {
    name: 'sandboxed-frame',
    title: 'the script tag is in a frame with sandbox="allow-scripts"',
    // The drivers of the other engines do not look into frames.
    engines: ['chromium'],
    pages: { '/frame': { early: FRAME, tags: 0 } },
    run: inMemory('/frame'),
  },
  {
    name: 'no-locks',
    title:
      'Web Locks and randomUUID are missing (plain http), the collector responds 503, the tab is closed, and the respondent returns later',
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
    title: 'IndexedDB is missing, the collector responds 503, the tab is closed, and the respondent returns later',
    pages: { '/old': { early: "Object.defineProperty(window, 'indexedDB', { value: undefined });" } },
    run: comeBack('/old'),
  },
  {
    name: 'storage-cleared',
    title: 'the host page clears localStorage while the answer waits, and the page stays open',
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
