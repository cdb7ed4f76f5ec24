import type { Page } from 'playwright-core';
import { tag } from '../helpers/page.ts';
import { type HostilePage, script } from './hostilePage.ts';

const swapBody = (page: Page) =>
  page.evaluate(() => {
    const next = document.createElement('body');
    next.innerHTML = '<h1>Page two</h1>';
    document.body.replaceWith(next);
  });

/** Writes half a comment before something happens, and expects it afterwards. */
const keepsDraft = (act: (page: Page) => Promise<unknown>) => async (page: Page) => {
  const field = page.locator('scorelet-prompt textarea');
  await field.fill('Half a sentence');
  await act(page);
  await page.locator('scorelet-prompt .card').waitFor();
  const kept = await field.inputValue();
  if (kept !== 'Half a sentence') throw new Error(`The comment is "${kept}".`);
  await field.fill('');
};

const INLINE = tag('data-metric="nps" data-brand="Acme" data-presentation="inline" data-target="#slot"');
const remove = `document.querySelector('scorelet-prompt').remove()`;

export const removalPages: readonly HostilePage[] = [
  { name: 'a router replaces the body', during: keepsDraft(swapBody) },
  { name: 'a script empties the body', during: keepsDraft((page) => page.evaluate(`document.body.innerHTML = ''`)) },
  {
    name: 'Turbo visits another page',
    libraries: ['@hotwired/turbo/dist/turbo.es2017-umd.js'],
    during: keepsDraft(async (page) => {
      await page.route('**/two', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><title>Two</title><body><h1 id="two">Two</h1>',
        }),
      );
      await page.evaluate(`Turbo.visit('/two')`);
      await page.locator('#two').waitFor();
    }),
    check: `document.getElementById('two') ? '' : 'not on page two'`,
  },
  {
    name: 'htmx swaps the body',
    libraries: ['htmx.org/dist/htmx.js'],
    during: keepsDraft((page) => page.evaluate(`htmx.swap(document.body, '<h1>Two</h1>', { swapStyle: 'innerHTML' })`)),
  },
  { name: 'a script removes the prompt once', during: keepsDraft((page) => page.evaluate(remove)) },
  {
    name: 'a script removes the prompt three times',
    during: keepsDraft(async (page) => {
      for (let time = 0; time < 3; time++) {
        await page.evaluate(remove);
        await page.locator('scorelet-prompt .card').waitFor();
      }
    }),
  },
  {
    name: 'a script removes a modal',
    tag: tag('data-metric="nps" data-brand="Acme" data-presentation="modal"'),
    during: keepsDraft((page) => page.evaluate(remove)),
    hasPlainLook: false,
  },
  {
    name: 'a framework empties the container of an inline prompt',
    body: '<h1>Shop</h1><div id="slot"></div>',
    tag: INLINE,
    during: keepsDraft((page) => page.evaluate(`slot.replaceChildren()`)),
    hasPlainLook: false,
  },
  {
    name: 'a framework draws the container of an inline prompt again',
    body: '<h1>Shop</h1><main id="app"><div id="slot"></div></main>',
    tag: INLINE,
    during: keepsDraft((page) => page.evaluate(`app.innerHTML = '<div id="slot"></div>'`)),
    hasPlainLook: false,
  },
  {
    name: 'a framework draws the container of an inline prompt again after half a second',
    body: '<h1>Shop</h1><main id="app"><div id="slot"></div></main>',
    tag: INLINE,
    during: keepsDraft((page) =>
      page.evaluate(`app.innerHTML = ''; setTimeout(() => { app.innerHTML = '<div id="slot"></div>'; }, 500)`),
    ),
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
    name: 'an image never loads',
    body: '<h1>Shop</h1><img src="SILENT/never.png" alt="">',
  },
];
