import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CACHE_TEST, launchBrowser, launchCachingBrowser } from '../helpers/browser.ts';
import { bundleSources } from '../helpers/bundle.ts';
import { installClock } from '../helpers/page.ts';
import { startSite, type TestServer } from '../helpers/servers.ts';

/** Runs the trigger modules themselves in a page. `calls` records their callbacks, in order. */
const ENTRY = `
import { onUrlChange } from ${JSON.stringify(path.resolve('src/browser/urlChange.ts'))};
import { startTriggers } from ${JSON.stringify(path.resolve('src/triggers/startTriggers.ts'))};
window.calls = [];
window.start = (trigger, more) => {
  window.triggers = startTriggers({
    surveys: [{ id: 'a', metric: 'nps', trigger, ...more }],
    now: Date.now,
    mayPersist: () => true,
    onMoment: ({ cause, anchor, subject }) => calls.push([cause, anchor?.id, subject?.id].filter(Boolean).join(' ')),
    onCancel: () => {},
    report: (message) => calls.push(message),
  });
};
window.watch = () => { window.unwatch = onUrlChange(() => calls.push(location.pathname + location.hash)); };
const wanted = sessionStorage.getItem('wanted');
if (wanted) start(JSON.parse(wanted));
`;

/** Time that a test waits to prove that a trigger does not fire. */
const A_WHILE_MS = 300;
/** Longer than the one second after load before triggers count, and than the one second that a pointer must be inside the page. */
const LOADED_MS = 1100;

let browser: Browser;
let site: TestServer;
let context: BrowserContext | undefined;
beforeAll(async () => {
  const script = await bundleSources(ENTRY);
  const pageOf = (body: string) => ({
    html: `<!doctype html><title>Page</title><style>body{margin:0}</style>${body}<script>${script}</script>`,
  });
  site = await startSite({
    '/': pageOf('<p>Short</p><input>'),
    '/other': pageOf('<p>Other</p>'),
    '/long': pageOf(
      '<div id="inner" style="height:100px;overflow:auto"><div style="height:900px"></div></div><div id="long" style="height:3900px"></div>',
    ),
    '/shell': pageOf(
      '<div style="height:100vh;overflow:hidden"><div id="main" style="height:100%;overflow:auto"><div style="height:2000px">Content</div></div></div>',
    ),
    '/favicon.ico': { html: '' },
  });
  browser = await launchBrowser();
});
afterEach(async () => {
  await context?.close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = async (address = '/', { init, clock }: { init?: string; clock?: 'stopped' } = {}): Promise<Page> => {
  const fresh = await browser.newContext({ viewport: { width: 800, height: 600 } });
  context = fresh;
  fresh.setDefaultTimeout(10_000);
  if (clock) await installClock(fresh, clock);
  const page = await fresh.newPage();
  if (init) await page.addInitScript(init);
  await page.goto(site.origin + address);
  return page;
};
/** Opens a page whose clock moves only when the test moves it. */
const openStopped = (address?: string) => open(address, { clock: 'stopped' });
const start = (page: Page, trigger: unknown, more = {}) =>
  page.evaluate(`start(${JSON.stringify(trigger)}, ${JSON.stringify(more)})`);
const calls = (page: Page) => page.evaluate('calls') as Promise<string[]>;
const comes = (page: Page, expected: string[]) => expect.poll(() => calls(page), { timeout: 8000 }).toEqual(expected);
/** Waits, and expects that no trigger has fired in this time. */
const stays = async (page: Page, expected: string[], ms = A_WHILE_MS) => {
  await page.waitForTimeout(ms);
  expect(await calls(page)).toEqual(expected);
};

describe('the scroll trigger', () => {
  it('the scroll trigger fires once, when half of the page has been scrolled, and not before', async () => {
    const page = await openStopped('/long');
    await start(page, { scroll: 50 });
    await page.clock.runFor(LOADED_MS);
    // The page is 4000 px high, and 600 px are visible: 3400 px can be scrolled.
    await page.evaluate('scrollTo(0, 1690)');
    await stays(page, []);
    await page.evaluate('scrollTo(0, 1700)');
    await comes(page, ['scroll 50']);
    await page.evaluate('scrollTo(0, 0), scrollTo(0, 3400)');
    await stays(page, ['scroll 50']);
  });

  it('the scroll trigger uses the current height of the page', async () => {
    const page = await openStopped('/long');
    await start(page, { scroll: 100 });
    await page.clock.runFor(LOADED_MS);
    await page.evaluate('long.style.height = "9900px"');
    await page.evaluate('scrollTo(0, 3400)');
    await stays(page, []);
    await page.evaluate('scrollTo(0, 99999)');
    await comes(page, ['scroll 100']);
  });

  it('the scroll trigger ignores an element that scrolls inside the page', async () => {
    const page = await openStopped('/long');
    await start(page, { scroll: 1 });
    await page.clock.runFor(LOADED_MS);
    await page.evaluate('long.style.height = "0"; inner.scrollTop = 700');
    await stays(page, []);
  });

  it('the scroll trigger follows the element that scrolls in an app shell', async () => {
    const page = await open('/shell');
    await start(page, { scroll: 50 });
    await page.waitForTimeout(LOADED_MS);
    await stays(page, []);
    // The content is 2000 px high, and 600 px are visible: 1400 px can be scrolled.
    await page.evaluate('main.scrollTop = 690');
    await stays(page, []);
    await page.evaluate('main.scrollTop = 700');
    await comes(page, ['scroll 50']);
  });

  it('the scroll trigger fires one second after load on a page that fits into the window', async () => {
    const page = await openStopped('/');
    await start(page, { scroll: 90 });
    await page.clock.runFor(900);
    expect(await calls(page)).toEqual([]);
    await page.clock.runFor(100);
    expect(await calls(page)).toEqual(['scroll 90']);
  });
});

describe('the exit trigger', () => {
  it('the exit trigger fires once, when the pointer leaves through the top after at least one second in the page', async () => {
    const page = await open('/');
    await start(page, { exit: true });
    await page.mouse.move(400, 300);
    await page.waitForTimeout(LOADED_MS);
    await page.mouse.move(400, 20);
    await stays(page, []);
    await page.mouse.move(400, -10);
    await comes(page, ['exit']);
    await page.mouse.move(400, 300);
    await page.waitForTimeout(LOADED_MS);
    await page.mouse.move(400, -10);
    await stays(page, ['exit']);
  });

  it('the exit trigger does not fire when the pointer leaves at the side, during a drag, or after less than a second in the page', async () => {
    const page = await open('/');
    await start(page, { exit: true });
    await page.mouse.move(400, 300);
    await page.mouse.move(400, -10);
    await stays(page, []);
    await page.mouse.move(400, 300);
    await page.waitForTimeout(LOADED_MS);
    await page.mouse.move(-10, 300);
    await stays(page, []);
    await page.mouse.move(400, 300);
    await page.waitForTimeout(LOADED_MS);
    await page.mouse.down();
    await page.mouse.move(400, -10);
    await page.mouse.up();
    await stays(page, []);
  });

  it('the exit trigger ignores a finger that is lifted at the top', async () => {
    const page = await open('/');
    await start(page, { exit: true });
    const touch = (type: string, y: number) =>
      `dispatchEvent(new PointerEvent('${type}', { pointerType: 'touch', clientY: ${y} }))`;
    await page.mouse.move(400, 300);
    await page.waitForTimeout(LOADED_MS);
    await page.evaluate(touch('pointermove', 50));
    await page.evaluate(touch('pointerout', 0));
    await stays(page, []);
  });
});

describe('the idle trigger', () => {
  it('the idle trigger fires once, when the given time has passed since the last activity', async () => {
    const page = await openStopped('/');
    await page.focus('input');
    await start(page, { idle: '1s' });
    // If the trigger ignored one of these activities, it would see more than a second without activity and fire.
    const doings = [
      () => page.mouse.move(100, 200),
      () => page.keyboard.press('Shift'),
      () => page.mouse.down(),
      () => page.evaluate('document.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }))'),
      () => page.evaluate('document.dispatchEvent(new Event("scroll"))'),
    ];
    for (const act of doings) {
      await act();
      await page.clock.runFor(600);
    }
    expect(await calls(page)).toEqual([]);
    await page.clock.runFor(400);
    expect(await calls(page)).toEqual(['idle']);
    await page.mouse.move(100, 100);
    await page.clock.runFor(1300);
    expect(await calls(page)).toEqual(['idle']);
  });

  it('the idle trigger does not count in a hidden page, and starts again when the page becomes visible', async () => {
    const page = await openStopped('/');
    await start(page, { idle: '600ms' });
    const turn = (hidden: boolean) =>
      `Object.defineProperty(Document.prototype, 'hidden', { value: ${hidden}, configurable: true });
       document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`;
    await page.evaluate(turn(true));
    await page.clock.runFor(900);
    expect(await calls(page)).toEqual([]);
    await page.evaluate(turn(false));
    await page.clock.runFor(500);
    expect(await calls(page)).toEqual([]);
    await page.clock.runFor(100);
    expect(await calls(page)).toEqual(['idle']);
  });
});

describe('the click trigger', () => {
  it('the click trigger fires at each click on a matching element, even if the element was added later or the page stops the event', async () => {
    const page = await open('/');
    await start(page, { click: 'main > .help' }, { presentation: 'anchored' });
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend',
      '<main><button class="help" id="late"><b>Help</b></button><button class="no">No</button></main>');
      document.addEventListener('click', (event) => event.stopImmediatePropagation(), true)`);
    await page.click('b');
    await page.click('.no');
    await page.focus('.help');
    await page.keyboard.press('Enter');
    await comes(page, ['click late', 'click late']);
  });

  it('the click trigger fires for elements in open shadow roots, but not for elements in a prompt', async () => {
    const page = await open('/');
    await start(page, { click: 'button' }, { presentation: 'anchored' });
    await page.evaluate(`for (const name of ['shop-cart', 'scorelet-prompt']) {
      const host = document.body.appendChild(document.createElement(name));
      host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('button'), { id: name + '-button', textContent: name }));
    }`);
    await page.click('#scorelet-prompt-button');
    await page.click('#shop-cart-button');
    await comes(page, ['click shop-cart-button']);
  });

  it('the click trigger matches a form that has a field with the name of a DOM property', async () => {
    const page = await open('/');
    await start(page, { click: 'form' });
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<form><input name="matches"><input name="localName" id="field"></form>')`,
    );
    await page.click('#field');
    await comes(page, ['click']);
  });
});

describe('a delayed trigger', () => {
  it('a delayed trigger keeps its due time after a reload and on the next page, but not in another browser tab', async () => {
    const page = await openStopped('/');
    const trigger = { event: 'closed', delay: '6s' };
    await page.evaluate(`sessionStorage.setItem('wanted', '${JSON.stringify(trigger)}')`);
    await page.reload();
    await page.evaluate(`triggers.track('closed', { subject: { type: 'ticket', id: '7' } })`);
    const due = await page.evaluate<number>(`triggers.pending('a')`);
    expect(due - (await page.evaluate<number>('Date.now()'))).toBe(6000);
    await page.clock.runFor(2000);
    await page.reload();
    expect(await page.evaluate(`triggers.pending('a')`)).toBe(due);
    await page.goto(`${site.origin}/other`);
    expect(await page.evaluate(`triggers.pending('a')`)).toBe(due);
    const other = await page.context().newPage();
    await other.goto(site.origin);
    expect(await other.evaluate('Object.keys(sessionStorage)')).toEqual([]);
    await page.clock.runFor(3900);
    expect(await calls(page)).toEqual([]);
    await page.clock.runFor(100);
    expect(await calls(page)).toEqual(['event closed 7']);
    await page.reload();
    await page.clock.runFor(6000);
    expect(await calls(page)).toEqual([]);
    expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual(['wanted']);
  });

  it(
    'a delayed trigger that has fired on the next page does not fire again when the respondent goes back',
    CACHE_TEST,
    async () => {
      const cached = await launchCachingBrowser();
      try {
        const page = await cached.newPage();
        await page.goto(site.origin);
        await page.evaluate(`sessionStorage.setItem('wanted', '{"event":"closed","delay":"1s"}')`);
        await page.reload();
        await page.evaluate(
          `triggers.track('closed'); addEventListener('pageshow', (event) => { calls.push('back ' + event.persisted) })`,
        );
        await page.goto(`${site.origin}/other`);
        await comes(page, ['event closed']);
        // `page.goBack()` waits for a load event, but a page from the back/forward cache fires none.
        await page.evaluate('history.back()');
        await comes(page, ['back true']);
        await stays(page, ['back true'], 1500);
      } finally {
        await cached.close();
      }
    },
  );
});

describe.each([
  ['with the Navigation API', ''],
  [
    'without the Navigation API, on a page with an element of the id "navigation"',
    'delete window.navigation; delete Window.prototype.navigation',
  ],
])('onUrlChange() %s', (_, init) => {
  const button = (code: string) => `document.body.innerHTML = '<button id="navigation">Go</button>';
    document.querySelector('button').onclick = () => { ${code} }`;

  it('onUrlChange() reports each change of the URL, and nothing when the URL stays the same', async () => {
    const page = await open('/', { init });
    expect(await page.evaluate(`'currentEntry' in (window.navigation ?? {})`)).toBe(!init);
    await page.evaluate(button(`history.pushState(0, '', '/a')`));
    await page.evaluate('watch()');
    await page.click('button');
    await comes(page, ['/a']);
    await page.evaluate(button(`history.replaceState(0, '', '/b')`));
    await page.click('button');
    await comes(page, ['/a', '/b']);
    await page.evaluate(button(`history.pushState(1, '', '/b')`));
    await page.click('button');
    await stays(page, ['/a', '/b']);
    await page.evaluate(`location.hash = 'c'`);
    await comes(page, ['/a', '/b', '/b#c']);
    await page.evaluate('history.go(-3)');
    await comes(page, ['/a', '/b', '/b#c', '/']);
    await page.evaluate('unwatch(); history.forward()');
    await stays(page, ['/a', '/b', '/b#c', '/']);
    expect(await page.evaluate('history.pushState.toString()')).toContain('[native code]');
  });
});
