import type { Hono } from 'hono';
import { type Html, html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import { FREE_DELIVERY_FROM, type Line, readCart, toMoney, toTotals, writeCart } from '../cart.ts';
import type { Layout } from '../layout.ts';

const toRow = ({ product, grind, quantity }: Line, index: number): Html => html`<li class="cart-line">
<img src="/images/${product.slug}.svg" alt="" width="88" height="97">
<div>
<p><a href="/products/${product.slug}"><strong>${product.name}</strong></a><br>
<span class="muted">${grind ? `${grind}, ${product.unit}` : product.line}</span></p>
<div class="cart-change">
<form method="post" action="/cart/change">
<input type="hidden" name="line" value="${index}">
<button name="by" value="-1" class="step" aria-label="One ${product.name} less">−</button>
<span class="cart-quantity"><span class="unseen">Quantity: </span>${quantity}</span>
<button name="by" value="1" class="step" aria-label="One ${product.name} more">+</button>
</form>
<form method="post" action="/cart/change">
<input type="hidden" name="line" value="${index}">
<button name="by" value="-99" class="link" aria-label="Remove ${product.name}">Remove</button>
</form>
</div>
</div>
<p class="price">${toMoney(product.price * quantity)}</p>
</li>`;

/** Renders the amounts of the cart and the link to the checkout. */
const toSummary = (lines: readonly Line[]): Html => {
  const { goods, delivery, total } = toTotals(lines);
  return html`<section class="summary" aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<dl class="amounts">
<div><dt>Subtotal</dt><dd>${toMoney(goods)}</dd></div>
<div><dt>Delivery</dt><dd>${delivery === 0 ? 'Free' : toMoney(delivery)}</dd></div>
<div class="amount-total"><dt>Total, VAT included</dt><dd>${toMoney(total)}</dd></div>
</dl>
${goods < FREE_DELIVERY_FROM && html`<p class="muted">${toMoney(FREE_DELIVERY_FROM - goods)} more and delivery is free.</p>`}
<p><a class="button wide" href="/checkout">Check out</a></p>
</section>`;
};

export const addCart = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/cart', (context) => {
    const lines = readCart(context);
    return layout(context, {
      title: 'Cart',
      main:
        lines.length === 0
          ? html`<div class="narrow"><h1>Your cart is empty</h1><p>Good coffee is one click away.</p>
<p><a class="button" href="/#coffee">See the coffees</a></p></div>`
          : html`<div class="two"><section><h1>Your cart</h1><ul class="cart-lines">${lines.map(toRow)}</ul></section>${toSummary(lines)}</div>`,
    });
  });

  app.post('/cart/change', async (context) => {
    const form = await context.req.formData();
    const at = Number(form.get('line'));
    const by = Math.trunc(Number(form.get('by'))) || 0;
    const lines = readCart(context)
      .map((line, index) => (index === at ? { ...line, quantity: line.quantity + by } : line))
      .filter(({ quantity }) => quantity > 0);
    writeCart(context, lines);
    return context.redirect('/cart', 303);
  });
};
