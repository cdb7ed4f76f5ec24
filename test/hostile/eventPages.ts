import { tag } from '../helpers/page.ts';
import { type HostilePage, script } from './hostilePage.ts';

const SEEN = [
  'input',
  'change',
  'beforeinput',
  'pointerdown',
  'mousedown',
  'click',
  'focusin',
  'paste',
  'copy',
  'keydown',
  'keyup',
  'submit',
  'wheel',
  'touchstart',
  'contextmenu',
];

export const eventPages: readonly HostilePage[] = [
  {
    name: 'a megabyte is pasted into the comment',
    async during(page) {
      const field = page.locator('scorelet-prompt textarea');
      await field.click();
      await page.evaluate(() => document.execCommand('insertText', false, 'x'.repeat(1_000_000)));
      const { length } = await field.inputValue();
      if (length > 4000) throw new Error(`The comment has ${length} characters.`);
      await field.fill('');
    },
  },
  {
    name: 'the document listens to everything that bubbles',
    head: script(`window.seen = []; for (const name of ${JSON.stringify(SEEN)}) document.addEventListener(name, (event) => {
      if (event.target.localName === 'scorelet-prompt') seen.push(name);
    });`),
    check: `seen.join()`,
  },
  {
    name: 'shortcuts listen in the capture phase and leave editable elements alone',
    head: script(`window.fired = []; addEventListener('keydown', (event) => {
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
      if (/^[sfpn?\\/]$/.test(event.key)) { event.preventDefault(); fired.push(event.key); }
    }, true);`),
    check: `fired.join('')`,
  },
  {
    name: 'hotkeys-js has shortcuts for the letters of the comment',
    libraries: ['hotkeys-js/dist/hotkeys-js.umd.cjs'],
    head: script(
      `window.fired = []; (window.hotkeys.default ?? window.hotkeys)('f,a,s,t', (event) => { event.preventDefault(); fired.push(event.key); });`,
    ),
    check: `fired.join('')`,
  },
  {
    name: 'Mousetrap has shortcuts for the letters of the comment',
    libraries: ['mousetrap/mousetrap.js'],
    head: script(
      `window.fired = []; Mousetrap.bind(['f', 'a', 's', 't'], (event) => { event.preventDefault(); fired.push(event.key); });`,
    ),
    check: `fired.join('')`,
  },
  {
    name: 'a guard asks before a page with changes is left',
    head: script(`window.dirty = false; document.addEventListener('input', () => { dirty = true; });
      addEventListener('beforeunload', (event) => { if (dirty) event.preventDefault(); });`),
    check: `dirty ? 'unsaved changes' : ''`,
  },
  {
    name: 'a menu closes on a press outside of it',
    body: '<h1>Shop</h1><div id="menu">Menu</div>',
    head: script(
      `document.addEventListener('pointerdown', (event) => { if (!menu.contains(event.target)) menu.remove(); });`,
    ),
    check: `document.getElementById('menu') ? '' : 'the menu closed'`,
  },
  {
    name: 'Lenis takes the wheel',
    libraries: ['lenis/dist/lenis.js'],
    body: `<div style="height:3000px">Long</div>${script('new Lenis({ autoRaf: true });')}`,
    async during(page) {
      await page.locator('scorelet-prompt .card').hover();
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(300);
    },
    check: `scrollY ? 'scrolled to ' + scrollY : ''`,
    hasPlainLook: false,
  },
  {
    name: 'a long page is behind a modal',
    body: '<div style="height:3000px">Long</div>',
    tag: tag('data-metric="nps" data-brand="Acme" data-presentation="modal"'),
    async during(page) {
      for (const [x, y] of [
        [50, 50],
        [500, 350],
      ] as const) {
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, 300);
        await page.waitForTimeout(200);
      }
    },
    check: `scrollY ? 'scrolled to ' + scrollY : ''`,
    hasPlainLook: false,
  },
];
