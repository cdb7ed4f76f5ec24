import { tag } from '../helpers/page.ts';
import { type HostilePage, script } from './hostilePage.ts';

/** Properties of `document` whose place an element of the page takes. */
const CLOBBERED = [
  'currentScript',
  'hidden',
  'body',
  'readyState',
  'createElement',
  'querySelector',
  'querySelectorAll',
  'activeElement',
  'documentElement',
  'addEventListener',
  'fullscreenElement',
  'referrer',
  'elementFromPoint',
  'visibilityState',
  'baseURI',
];

const moduleTag = tag().replace('<script async', '<script type="module"');
const CONFIG = `<script type="application/json" data-scorelet>${JSON.stringify({
  collector: 'COLLECTOR/collect',
  mode: 'live',
  brand: 'Acme',
  surveys: [{ id: 'nps', metric: 'nps' }],
})}</script>`;

export const namePages: readonly HostilePage[] = [
  ...CLOBBERED.flatMap((name): HostilePage[] => [
    { name: `an image is named ${name}`, body: `<h1>Shop</h1><img name="${name}" alt="">` },
  ]),
  {
    name: 'forms are named like properties of the document',
    body: `<h1>Shop</h1>${CLOBBERED.map((name) => `<form name="${name}"></form>`).join('')}`,
    everywhere: true,
  },
  {
    name: 'an element has the id "scorelet"',
    body: '<h1>Shop</h1><section id="scorelet">About</section>',
    everywhere: true,
  },
  {
    name: 'a form with a field "push" has the id "scorelet"',
    body: '<h1>Shop</h1><form id="scorelet" hidden><input name="push"></form>',
  },
  {
    name: 'the container of an inline prompt has the id "scorelet"',
    body: '<h1>Shop</h1><div id="scorelet"></div>',
    survey: { presentation: 'inline', target: '#scorelet' },
    hasPlainLook: false,
  },
  { name: 'window.scorelet is an object of the page', head: script('window.scorelet = {};') },
  {
    name: 'window.scorelet is a stub with a queue of its own',
    head: script('window.scorelet = { q: [], init() {} };'),
  },
  {
    name: 'elements have the ids of global functions',
    body: ['navigation', 'requestIdleCallback', 'scheduler', 'origin', 'push']
      .map((id) => `<i id="${id}"></i>`)
      .join(''),
  },
  { name: 'the tag is a module', tag: moduleTag },
  {
    name: 'a module imports the script',
    tag: `${CONFIG}<script type="module">import 'COLLECTOR/scorelet.js';</script>`,
  },
  { name: 'the script is imported on demand', tag: `${CONFIG}<script>import('COLLECTOR/scorelet.js');</script>` },
];
