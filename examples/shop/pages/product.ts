import type { Hono } from 'hono';
import { type Html, html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import { addLine, MAX_QUANTITY, readCart, toMoney, writeCart } from '../cart.ts';
import { findProduct, GRINDS, PRODUCTS, type Product } from '../catalogue.ts';
import type { Layout } from '../layout.ts';
import { toTile } from './home.ts';

const QUANTITIES = [1, 2, 3, 4, 5, 6];

const toForm = ({ slug, kind }: Product): Html => html`<form class="buy" method="post" action="/cart/add">
<input type="hidden" name="product" value="${slug}">
${
  kind === 'coffee' &&
  html`<p><label for="grind">Grind</label>
<select id="grind" name="grind">${GRINDS.map((grind, index) => html`<option value="${index}">${grind}</option>`)}</select></p>`
}
<p><label for="quantity">Quantity</label>
<select id="quantity" name="quantity">${QUANTITIES.map((count) => html`<option>${count}</option>`)}</select></p>
<button class="button" type="submit">Add to cart</button>
</form>`;

/** Returns up to three products of the same kind. The list begins after this product, so each product page shows different ones. */
const toOthers = (product: Product): readonly Product[] => {
  const same = PRODUCTS.filter(({ kind }) => kind === product.kind);
  const index = same.indexOf(product);
  return [...same.slice(index + 1), ...same.slice(0, index)].slice(0, 3);
};

export const addProduct = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/products/:slug', (context) => {
    const product = findProduct(context.req.param('slug'));
    if (!product) return context.notFound();
    const { slug, name, line, story, facts, price, unit, picture } = product;
    return layout(context, {
      title: name,
      main: html`<article class="product">
<img class="product-picture" src="/images/${slug}.svg" alt="${picture}" width="400" height="440">
<div>
<p class="eyebrow"><a href="/#${product.kind}">${product.kind === 'coffee' ? 'Coffee' : 'Brewing'}</a></p>
<h1>${name}</h1>
<p class="lead">${line}</p>
<p class="price large">${toMoney(price)} <span class="muted">${unit}</span></p>
${toForm(product)}
<p>${story}</p>
<dl class="facts">${facts.map(([fact, value]) => html`<div><dt>${fact}</dt><dd>${value}</dd></div>`)}</dl>
</div>
</article>
<section class="section"><h2>You may also like</h2><ul class="grid">${toOthers(product).map(toTile)}</ul></section>`,
    });
  });

  app.post('/cart/add', async (context) => {
    const form = await context.req.formData();
    const product = findProduct(`${form.get('product')}`);
    const quantity = Math.min(Math.max(Math.trunc(Number(form.get('quantity'))) || 1, 1), MAX_QUANTITY);
    if (!product) return context.notFound();
    const grind = product.kind === 'coffee' ? (GRINDS[Number(form.get('grind'))] ?? GRINDS[0]) : undefined;
    writeCart(context, addLine(readCart(context), { product, grind, quantity }));
    return context.redirect('/cart', 303);
  });
};
