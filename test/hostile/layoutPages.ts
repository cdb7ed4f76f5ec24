import { type HostilePage, script, style } from './hostilePage.ts';
import { PROMPT, toElement } from './visit.ts';

/** Remembers the boxes of the page before the prompt, and compares them afterwards. */
const WATCH = script(`
  window.boxes = () => JSON.stringify([
    ...[...document.querySelectorAll('header, main, footer, aside')].map((each) => each.getBoundingClientRect()),
    document.documentElement.scrollHeight, document.documentElement.scrollWidth,
  ]);
  window.shifts = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) shifts += each.value; }).observe({ type: 'layout-shift' });
  addEventListener('load', () => { window.boxesBefore = boxes(); });`);
const CHECK = `boxesBefore === boxes() ? (shifts ? 'layout shift ' + shifts : '') : boxesBefore + ' became ' + boxes()`;
const PARTS = '<header style="height:60px">Head</header><main>Main</main><footer style="height:60px">Foot</footer>';

const LAYOUTS: readonly (readonly [name: string, css: string, everywhere?: boolean])[] = [
  [
    'a flex column with space between',
    'body{margin:0;min-height:100vh;display:flex;flex-direction:column;justify-content:space-between}',
    true,
  ],
  ['a flex row with a gap', 'body{margin:0;display:flex;gap:40px;height:100vh}'],
  ['a grid with a gap', 'body{margin:0;height:100vh;display:grid;grid-template-rows:auto 1fr auto;gap:24px}', true],
  ['100vh high', 'body{margin:0;height:100vh;overflow:auto}html{height:100%}'],
  ['a column layout', 'body{margin:0;columns:2}'],
  ['transformed', 'body{margin:0;transform:translateZ(0);min-height:100vh}'],
  ['a size container', 'body{margin:0;container-type:size;height:100vh}'],
];

export const layoutPages: readonly HostilePage[] = [
  ...LAYOUTS.map(
    ([name, css, everywhere = false]): HostilePage => ({
      name: `the body is ${name}`,
      head: style(css) + WATCH,
      body: PARTS,
      check: CHECK,
      everywhere,
    }),
  ),
  {
    name: 'every element but the first has a margin',
    head: style('body>*+*{margin-top:40px}') + WATCH,
    body: PARTS,
    check: CHECK,
  },
  { name: 'all elements are reset', head: style('*{all:unset!important}') },
  {
    name: 'all elements are hidden, coloured and huge',
    head: style(':not(html){color:red!important;font:80px serif!important;visibility:visible!important}'),
  },
  { name: 'the root font size is 4 px', head: style('html{font-size:4px}'), hasPlainLook: false },
  { name: 'unknown elements are hidden', head: style(':not(:defined){display:none!important;opacity:0}') },
  {
    name: 'our private custom properties are set on all elements',
    head: style('*{--_text:red!important;--_surface:lime!important;--_accent:red!important;--x:400px;--y:400px}'),
  },
  {
    name: 'our private custom properties are registered',
    head: style(
      ['text', 'surface', 'option', 'accent', 'border']
        .map((name) => `@property --_${name}{syntax:"<color>";inherits:false;initial-value:red}`)
        .join(''),
    ),
  },
  {
    name: 'a base element points elsewhere',
    head: '<base href="/assets/v2/">',
    body: '<h1>Shop</h1><a id="own" href="privacy">own</a>',
    survey: { privacyUrl: 'privacy' },
    async during(visit) {
      const [own, shown] = [
        await visit.evaluate(`${toElement('#own')}.href`),
        await visit.evaluate(`${toElement(`${PROMPT}.privacy`)}.href`),
      ];
      if (shown !== own) throw new Error(`The privacy link is ${shown}, and the same link of the page is ${own}.`);
    },
    hasPlainLook: false,
    everywhere: true,
  },
];
