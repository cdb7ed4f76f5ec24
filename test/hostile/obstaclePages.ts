import { type HostilePage, script, style } from './hostilePage.ts';
import { PROMPT, type Visit } from './visit.ts';

const CARD = `${PROMPT}.card`;

/** A modal that the page keeps although it is closed, by the CSS that hides it. */
const CLOSED: readonly (readonly [name: string, css: string, everywhere?: boolean])[] = [
  ['display: none', 'display:none'],
  ['visibility: hidden', 'position:fixed;inset:0 0 0 auto;width:360px;visibility:hidden', true],
  ['opacity: 0 without pointer events', 'position:fixed;inset:0;opacity:0;pointer-events:none', true],
  ['opacity: 0 under the page', 'position:fixed;inset:0;opacity:0;z-index:-1'],
  [
    'a transform out of the window',
    'position:fixed;top:0;right:0;width:360px;height:100%;transform:translateX(100%)',
    true,
  ],
  ['a position out of the window', 'position:absolute;left:-9999px;width:300px;height:300px'],
  ['a scale of 0', 'position:fixed;inset:0;transform:scale(0)'],
  ['no height', 'position:fixed;inset:0 0 auto 0;height:0;overflow:hidden'],
  ['a clip path', 'position:fixed;inset:0;clip-path:inset(50%)'],
];

const closedModals = CLOSED.map(
  ([name, css, everywhere = false]): HostilePage => ({
    name: `a closed modal is kept by ${name}`,
    body: `<h1>Shop</h1><div role="dialog" aria-modal="true" style="${css}"><p>Your cart is empty</p><a href="#">Shop</a></div>`,
    everywhere,
  }),
);

const OPEN_MODAL = `<div id="modal" role="dialog" aria-modal="true" style="position:fixed;inset:100px;background:#fff"><button onclick="modal.remove()">Close</button></div>`;

/** Waits, and fails when a prompt appears meanwhile. */
const staysAway = async (visit: Visit) => {
  await visit.pause(2500);
  if (await visit.hasPrompt()) throw new Error('The prompt appeared over an obstacle.');
};

export const obstaclePages: readonly HostilePage[] = [
  ...closedModals,
  {
    name: 'a closed modal is kept in a closed <details>',
    body: '<h1>Shop</h1><details><summary>Search</summary><div role="dialog" aria-modal="true">Search</div></details>',
  },
  {
    name: 'a closed menu is inert and moved out of the window',
    body: '<nav inert style="position:fixed;inset:0;transform:translateX(-100%)"><a href="#">Menu</a></nav><main><h1>Shop</h1></main>',
  },
  {
    name: 'a decorative strip is inert',
    body: '<div inert aria-hidden="true" style="height:60px">decorative</div><main><h1>Shop</h1></main>',
  },
  {
    name: 'an inert background covers the window',
    body: '<canvas inert style="position:fixed;inset:0;width:100%;height:100%;z-index:-1"></canvas><h1>Shop</h1>',
  },
  {
    name: 'a modal is open until it is closed by a click',
    body: `<h1>Shop</h1>${OPEN_MODAL}`,
    async before(visit) {
      await staysAway(visit);
      await visit.click('#modal button');
    },
    everywhere: true,
  },
  {
    name: 'a wrapper without height holds an open modal',
    body: `<h1>Shop</h1><div role="dialog" aria-modal="true" id="modal" style="position:relative"><div style="position:fixed;inset:0;background:#fff"><button onclick="modal.remove()">Close</button></div></div>`,
    async before(visit) {
      await staysAway(visit);
      await visit.click('#modal button');
    },
  },
  {
    name: 'a <dialog> is open until the page closes it by itself',
    body: '<h1>Shop</h1><dialog id="modal">Hello</dialog>',
    head: script(`addEventListener('load', () => { modal.showModal(); });`),
    async before(visit) {
      await staysAway(visit);
      await visit.evaluate('modal.close()');
    },
    everywhere: true,
  },
  {
    name: 'the content is inert behind a panel without a role',
    body: '<main inert id="main" style="height:700px"><h1>Shop</h1><a href="#">Cart</a></main><div id="panel" style="position:fixed;inset:100px;background:#fff"><button onclick="main.inert = false; panel.remove()">Close</button></div>',
    async before(visit) {
      await staysAway(visit);
      await visit.click('#panel button');
    },
  },
  {
    name: 'the page is in full screen until it ends by itself',
    body: '<div id="film" style="background:#000">Film</div><button id="full" onclick="film.requestFullscreen()">Full</button>',
    async before(visit) {
      await visit.click('#full');
      await visit.until('document.fullscreenElement');
      await staysAway(visit);
      await visit.evaluate('void document.exitFullscreen()');
    },
  },
  {
    name: 'a modal closes with an animation and without a click',
    head: style(
      '#modal{position:fixed;inset:50px;background:#fff;transition:opacity 300ms}#modal.closed{opacity:0;pointer-events:none}',
    ),
    body: '<h1>Shop</h1><div id="modal" role="dialog" aria-modal="true">Welcome</div>',
    async before(visit) {
      await staysAway(visit);
      await visit.evaluate(`modal.classList.add('closed')`);
    },
  },
  {
    name: 'the respondent types in a web component',
    body: `<h1>Shop</h1><x-search></x-search>${script(`customElements.define('x-search', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<input>'; }
    });`)}`,
    async before(visit) {
      await visit.click('x-search >>> input');
      await visit.type('shoes');
      await staysAway(visit);
      await visit.evaluate('document.activeElement.shadowRoot.activeElement.blur()');
    },
  },
  {
    name: 'the respondent types in the frame of an editor',
    body: `<h1>Shop</h1><iframe id="editor" srcdoc="<body contenteditable>"></iframe>`,
    async before(visit) {
      await visit.click('#editor');
      await visit.type('A long message');
      await staysAway(visit);
      await visit.click('h1');
      await visit.evaluate('document.activeElement.blur()');
    },
  },
  {
    name: 'a dialog without a role takes the focus back until it is closed',
    body: `<h1>Shop</h1><div id="cart" style="position:fixed;inset:20px auto 20px 20px;width:250px;background:#fff"><button id="pay">Pay</button></div>${script(
      `addEventListener('focusin', ({ target }) => { if (window.cart && !cart.contains(target)) pay.focus(); }, true);
       pay.onclick = () => cart.remove();`,
    )}`,
    async before(visit) {
      await visit.find(CARD);
      // What the Tab key would do.
      await visit.evaluate(`document.querySelector('scorelet-prompt').shadowRoot.querySelector('input').focus()`);
      await visit.until(
        `!document.querySelector('scorelet-prompt').shadowRoot.querySelector('.card').checkVisibility()`,
      );
      await visit.until(`document.activeElement === pay`);
      await visit.pause(1000);
      await visit.click('#pay');
    },
  },
];
