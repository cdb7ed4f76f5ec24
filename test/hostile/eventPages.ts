import { type HostilePage, script } from './hostilePage.ts';
import { PROMPT, toElement } from './visit.ts';

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
    async during(visit) {
      const field = `${PROMPT}textarea`;
      await visit.click(field);
      await visit.evaluate(`document.execCommand('insertText', false, 'x'.repeat(1_000_000))`);
      const { length } = await visit.valueOf(field);
      if (length === 0 || length > 4000) throw new Error(`The comment has ${length} characters.`);
      await visit.empty(field);
    },
  },
  {
    name: 'the document listens to everything that bubbles',
    head: script(`window.seen = []; for (const name of ${JSON.stringify(SEEN)}) document.addEventListener(name, (event) => {
      if (event.target.localName === 'scorelet-prompt') seen.push(name);
    });`),
    check: `seen.join()`,
    everywhere: true,
  },
  {
    name: 'shortcuts listen in the capture phase and leave editable elements alone',
    head: script(`window.fired = []; addEventListener('keydown', (event) => {
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
      if (/^[sfpn?\\/]$/.test(event.key)) { event.preventDefault(); fired.push(event.key); }
    }, true);`),
    check: `fired.join('')`,
    everywhere: true,
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
    body: `<div style="height:3000px">Long</div>${script(`window.taken = 0;
      new Lenis({ autoRaf: true }).on('virtual-scroll', () => { taken++; });`)}`,
    async during(visit) {
      await visit.wheel(`${PROMPT}.card`);
      await visit.pause(300);
    },
    check: `taken ? 'Lenis took the wheel' : ''`,
    hasPlainLook: false,
    everywhere: true,
  },
  {
    // Not everywhere: Firefox scrolls the page behind a card that has nothing to scroll, whatever its `overscroll-behavior`.
    name: 'a long page is behind a popover',
    body: '<div style="height:3000px">Long</div>',
    async during(visit) {
      await visit.wheel(`${PROMPT}.card`);
      await visit.pause(300);
    },
    check: `scrollY ? 'scrolled to ' + scrollY : ''`,
    hasPlainLook: false,
  },
  {
    name: 'a long page is behind a modal',
    body: '<div style="height:3000px">Long</div>',
    survey: { presentation: 'modal' },
    async during(visit) {
      for (const [x, y] of [
        [50, 50],
        [500, 350],
      ] as const) {
        await visit.wheelAt(x, y);
        await visit.pause(200);
      }
    },
    check: `scrollY ? 'scrolled to ' + scrollY : ''`,
    hasPlainLook: false,
  },
  {
    name: 'a panel of the page closes on Escape',
    body: '<h1>Shop</h1><button id="panel">Panel</button>',
    head: script(`document.addEventListener('keydown', (event) => { if (event.key === 'Escape') panel.remove(); });`),
    async during(visit) {
      await visit.click('#panel');
      await visit.press('Escape');
      if (!(await visit.hasPrompt())) throw new Error('Escape outside of the prompt closed it.');
    },
    check: `document.getElementById('panel') ? 'the panel is open' : ''`,
    everywhere: true,
  },
  {
    // No driver has an input method, so the events of one are dispatched.
    name: 'an input method ends its composition with Escape',
    async during(visit) {
      const field = toElement(`${PROMPT}textarea`);
      await visit.click(`${PROMPT}textarea`);
      await visit.evaluate(`void ['Escape', 'Enter'].map((key) => ${field}.dispatchEvent(
        new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true, cancelable: true })))`);
      if (!(await visit.hasPrompt())) throw new Error('The key of an input method closed the prompt.');
    },
    everywhere: true,
  },
];
