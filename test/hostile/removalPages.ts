import { type HostilePage, type HostileSurvey, script } from './hostilePage.ts';
import { PROMPT, type Visit } from './visit.ts';

const SWAP_BODY = `(() => {
  const next = document.createElement('body');
  next.innerHTML = '<h1>Page two</h1>';
  document.body.replaceWith(next);
})()`;

/** Writes half a comment before something happens, and expects it afterwards. */
const keepsDraft = (act: (visit: Visit) => Promise<unknown>) => async (visit: Visit) => {
  const field = `${PROMPT}textarea`;
  await visit.click(field);
  await visit.type('Half a sentence');
  await act(visit);
  await visit.find(`${PROMPT}.card`);
  const kept = await visit.valueOf(field);
  if (kept !== 'Half a sentence') throw new Error(`The comment is "${kept}".`);
  await visit.empty(field);
};
/** The same, for something that an expression does. */
const keepsDraftWhile = (expression: string) => keepsDraft((visit) => visit.evaluate(`void (${expression})`));

const INLINE: HostileSurvey = { presentation: 'inline', target: '#slot' };
const REMOVE = `document.querySelector('scorelet-prompt').remove()`;

export const removalPages: readonly HostilePage[] = [
  { name: 'a router replaces the body', during: keepsDraftWhile(SWAP_BODY), everywhere: true },
  { name: 'a script empties the body', during: keepsDraftWhile(`document.body.innerHTML = ''`) },
  {
    name: 'Turbo visits another page',
    libraries: ['@hotwired/turbo/dist/turbo.es2017-umd.js'],
    otherPages: { '/two': '<!doctype html><title>Two</title><body><h1 id="two">Two</h1>' },
    during: keepsDraft(async (visit) => {
      await visit.evaluate(`void Turbo.visit('/two')`);
      await visit.find('#two');
    }),
    check: `document.getElementById('two') ? '' : 'not on page two'`,
    everywhere: true,
  },
  {
    name: 'htmx swaps the body',
    libraries: ['htmx.org/dist/htmx.js'],
    during: keepsDraftWhile(`htmx.swap(document.body, '<h1>Two</h1>', { swapStyle: 'innerHTML' })`),
    everywhere: true,
  },
  { name: 'a script removes the prompt once', during: keepsDraftWhile(REMOVE) },
  {
    name: 'a script removes the prompt three times',
    during: keepsDraft(async (visit) => {
      for (let time = 0; time < 3; time++) {
        await visit.evaluate(REMOVE);
        await visit.find(`${PROMPT}.card`);
      }
    }),
  },
  {
    name: 'a script removes a modal',
    survey: { presentation: 'modal' },
    during: keepsDraftWhile(REMOVE),
    hasPlainLook: false,
  },
  {
    name: 'a framework empties the container of an inline prompt',
    body: '<h1>Shop</h1><div id="slot"></div>',
    survey: INLINE,
    during: keepsDraftWhile(`slot.replaceChildren()`),
    hasPlainLook: false,
  },
  {
    name: 'a framework draws the container of an inline prompt again',
    body: '<h1>Shop</h1><main id="app"><div id="slot"></div></main>',
    survey: INLINE,
    during: keepsDraftWhile(`app.innerHTML = '<div id="slot"></div>'`),
    hasPlainLook: false,
    everywhere: true,
  },
  {
    name: 'a framework draws the container of an inline prompt again after half a second',
    body: '<h1>Shop</h1><main id="app"><div id="slot"></div></main>',
    survey: INLINE,
    during: keepsDraftWhile(`app.innerHTML = '', setTimeout(() => { app.innerHTML = '<div id="slot"></div>'; }, 500)`),
    hasPlainLook: false,
  },
];

export const waitPages: readonly HostilePage[] = [
  {
    name: 'IndexedDB never settles',
    head: script(
      `indexedDB.open = () => ({ addEventListener() {} }); indexedDB.databases = () => new Promise(() => {});`,
    ),
  },
  {
    name: 'Web Locks never answer',
    head: script('navigator.locks.request = navigator.locks.query = () => new Promise(() => {});'),
  },
  {
    name: 'an image never loads',
    body: '<h1>Shop</h1><img src="SILENT/never.png" alt="">',
  },
];
