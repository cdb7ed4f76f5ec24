import type { Hono } from 'hono';
import { type Html, html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import { FREE_DELIVERY_FROM, toMoney } from '../cart.ts';
import { PRODUCTS, type Product } from '../catalogue.ts';
import type { Layout } from '../layout.ts';

/** Renders a product as a tile. CSS makes the whole tile clickable. */
export const toTile = ({ slug, name, line, price, unit, picture }: Product): Html => html`<li class="tile">
<img src="/images/${slug}.svg" alt="${picture}" width="400" height="440" loading="lazy">
<h3><a href="/products/${slug}">${name}</a></h3>
<p class="muted">${line}</p>
<p class="price">${toMoney(price)} <span class="muted">${unit}</span></p>
</li>`;

const toGrid = (kind: Product['kind']): Html =>
  html`<ul class="grid">${PRODUCTS.filter((product) => product.kind === kind).map(toTile)}</ul>`;

export const addHome = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/', (context) =>
    layout(context, {
      title: 'Small-batch coffee',
      main: html`<section class="hero">
<img class="hero-picture" src="/images/moor.svg" alt="" width="1200" height="640">
<div class="hero-card">
<p class="eyebrow">New harvest</p>
<h1>Coffee from one hill at a time</h1>
<p>We buy small lots from growers we know, roast them on Tuesdays and post them the same day.</p>
<p><a class="button" href="/products/guji-highland">Try the Guji Highland</a></p>
</div>
</section>
<ul class="promises">
<li><strong>Roasted to order</strong> every Tuesday</li>
<li><strong>Free delivery</strong> from ${toMoney(FREE_DELIVERY_FROM)}</li>
<li><strong>Not your taste?</strong> The next bag is on us</li>
</ul>
<section id="coffee" class="section"><h2>Coffee</h2>${toGrid('coffee')}</section>
<section id="brewing" class="section"><h2>Brewing</h2>${toGrid('brewing')}</section>
<section class="section teaser">
<div>
<p class="eyebrow">Guide</p>
<h2>Pour-over without the fuss</h2>
<p>One scale, one kettle, three and a half minutes. How we brew at the roastery, and what to change when it tastes of too little or too much.</p>
<p><a class="more" href="/guide/pour-over">Read the guide</a></p>
</div>
<img src="/images/guide.svg" alt="" width="1000" height="460" loading="lazy">
</section>`,
    }),
  );
};
