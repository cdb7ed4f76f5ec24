import type { Hono } from 'hono';
import { type Html, html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import { DELIVERY, type Delivery, type Line, readCart, toDelivery, toMoney, toTotals, writeCart } from '../cart.ts';
import type { Layout } from '../layout.ts';
import { toOrderNumber, writeOrder } from '../order.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: AutoFill;
  readonly type?: 'email' | 'text' | undefined;
  /** The value that the demo fills in, so that visitors need not type an address. */
  readonly sample: string;
  readonly half?: boolean | undefined;
}

const FIELDS: readonly Field[] = [
  { name: 'name', label: 'Name', autocomplete: 'name', sample: 'Alex Morgan' },
  { name: 'email', label: 'E-mail', autocomplete: 'email', type: 'email', sample: 'alex@example.com' },
  { name: 'street', label: 'Street and number', autocomplete: 'street-address', sample: '12 Harbour Row' },
  { name: 'postcode', label: 'Postcode', autocomplete: 'postal-code', sample: '10115', half: true },
  { name: 'city', label: 'City', autocomplete: 'address-level2', sample: 'Berlin', half: true },
];

const MAX_LENGTH = 80;

type Values = Readonly<Record<string, string>>;

/** Returns the issue of a field, or undefined. Browsers check the fields too, but the server cannot rely on that. */
const checkField = ({ name, label, type }: Field, values: Values): string | undefined => {
  const value = values[name] ?? '';
  if (value === '') return `${label} is missing.`;
  if (type === 'email' && !/^\S+@\S+$/.test(value)) return 'This is not an e-mail address.';
  return value.length > MAX_LENGTH ? `At most ${MAX_LENGTH} characters.` : undefined;
};

const toField = (field: Field, values: Values, checked: boolean): Html => {
  const { name, label, autocomplete, type = 'text', half } = field;
  const issue = checked ? checkField(field, values) : undefined;
  return html`<p class="${half ? 'field half' : 'field'}">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required maxlength="${MAX_LENGTH}" value="${values[name]}"${
    issue && html` aria-invalid="true" aria-describedby="${name}-issue"`
  }>
${issue && html`<span class="issue" id="${name}-issue">${issue}</span>`}
</p>`;
};

const toChoice = (how: Delivery, chosen: Delivery, name: string, when: string): Html => html`<label class="choice">
<input type="radio" name="delivery" value="${how}"${how === chosen && html` checked`}>
<span><strong>${name}</strong><br><span class="muted">${when}</span></span>
<span class="price">${toMoney(DELIVERY[how])}</span>
</label>`;

const toForm = (lines: readonly Line[], values: Values, checked: boolean): Html => {
  const delivery = toDelivery(values.delivery);
  const { goods, items } = toTotals(lines);
  return html`<div class="two">
<form class="checkout" method="post" action="/checkout">
<h1>Checkout</h1>
<p class="note">A demo: the form is filled in for you, nothing is paid and nothing leaves this machine.</p>
<fieldset><legend>Where it goes</legend>
<div class="fields">${FIELDS.map((field) => toField(field, values, checked))}</div></fieldset>
<fieldset><legend>Delivery</legend>
${toChoice('standard', delivery, 'Standard', 'Two to three working days. Free from €35.')}
${toChoice('express', delivery, 'Express', 'The next working day')}
</fieldset>
<button class="button" type="submit">Place the order</button>
</form>
<section class="summary" aria-labelledby="summary">
<h2 id="summary">${items === 1 ? '1 item' : `${items} items`}</h2>
<ul class="mini">${lines.map(
    ({ product, grind, quantity }) =>
      html`<li><span>${quantity} × ${product.name}${
        grind && html` <span class="muted">${grind}</span>`
      }</span> <span class="price">${toMoney(product.price * quantity)}</span></li>`,
  )}</ul>
<dl class="amounts"><div class="amount-total"><dt>Subtotal</dt><dd>${toMoney(goods)}</dd></div></dl>
<p><a href="/cart">Change the cart</a></p>
</section>
</div>`;
};

const SAMPLES: Values = Object.fromEntries(FIELDS.map(({ name, sample }) => [name, sample]));

export const addCheckout = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/checkout', (context) => {
    const lines = readCart(context);
    if (lines.length === 0) return context.redirect('/cart', 303);
    return layout(context, { title: 'Checkout', main: toForm(lines, SAMPLES, false) });
  });

  app.post('/checkout', async (context) => {
    const lines = readCart(context);
    if (lines.length === 0) return context.redirect('/cart', 303);
    const form = await context.req.formData();
    const values: Values = Object.fromEntries([...form].map(([name, value]) => [name, `${value}`.trim()]));
    if (FIELDS.some((field) => checkField(field, values))) {
      return layout(context, { title: 'Checkout', status: 400, main: toForm(lines, values, true) });
    }
    const { name = '', email = '', street = '', postcode = '', city = '' } = values;
    const number = toOrderNumber();
    const delivery = toDelivery(values.delivery);
    const address = [name, street, `${postcode} ${city}`];
    writeOrder(context, { number, lines, delivery, name, email, address, placedAt: Date.now() });
    writeCart(context, []);
    return context.redirect(`/orders/${number}`, 303);
  });
};
