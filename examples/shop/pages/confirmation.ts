/** The page after an order. It shows an NPS survey. */
import type { Hono } from 'hono';
import { type Html, html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import { toMoney, toTotals } from '../cart.ts';
import type { Layout, Page } from '../layout.ts';
import { type Order, readOrder } from '../order.ts';
import { type Lang, toLang, WORDS } from '../words.ts';

const DAY_MS = 86_400_000;

const toDate = (time: number, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'long', weekday: 'long' }).format(
    time,
  );

/**
 * Creates the survey of an order. The survey appears once per order, in the page's language, when `order.confirmed` is tracked.
 *
 * A real shop should keep the default frequency caps: one display in 30 days at a touchpoint, and 14 days between any two surveys.
 * This demo switches them off, because visitors place several orders in a few minutes and expect a survey for each order.
 */
const toSurvey = ({ number, lines, delivery }: Order): Page['survey'] => {
  const { total, items } = toTotals(lines, delivery);
  return {
    id: 'post-purchase',
    attributes: { brand: 'Larkmoor Coffee' },
    definition: {
      id: 'post-purchase',
      metric: 'nps',
      subject: 'order',
      trigger: { event: 'order.confirmed' },
      privacyUrl: '/privacy',
      frequency: { clocks: { touchpoint: false, any: false, ignored: false } },
    },
    commands: [
      ['setContext', { channel: 'web', touchpoint: { id: 'order-confirmation', journeyStage: 'purchase' } }],
      [
        'track',
        'order.confirmed',
        {
          subject: { type: 'order', id: number },
          properties: { total: total / 100, currency: 'EUR', items, delivery },
        },
      ],
    ],
  };
};

const toMain = (order: Order, lang: Lang, url: URL): Html => {
  const words = WORDS[lang];
  const { number, lines, delivery, name, email, address, placedAt } = order;
  const totals = toTotals(lines, delivery);
  const other = new URL(url);
  other.searchParams.set('lang', lang === 'fr' ? 'en' : 'fr');
  const [first = ''] = name.split(' ');
  return html`<div class="confirmation">
<header>
<p class="eyebrow"><span class="tick" aria-hidden="true"></span>${words.confirmed}</p>
<h1>${words.thanks(first)}</h1>
<p class="lead">${words.sent(email)}</p>
</header>
<dl class="order-facts">
<div><dt>${words.number}</dt><dd><strong>${number}</strong></dd></div>
<div><dt>${words.placed}</dt><dd>${toDate(placedAt, lang)}</dd></div>
<div><dt>${words.arrives}</dt><dd>${toDate(placedAt + (delivery === 'express' ? 1 : 3) * DAY_MS, lang)}</dd></div>
</dl>
<div class="two">
<section aria-labelledby="items">
<h2 id="items">${words.items}</h2>
<ul class="cart-lines">${lines.map(
    ({ product, grind, quantity }) => html`<li class="cart-line">
<img src="/images/${product.slug}.svg" alt="" width="88" height="97">
<p><strong>${product.name}</strong><br><span class="muted">${quantity} × ${grind ? `${grind}, ${product.unit}` : product.line}</span></p>
<p class="price">${toMoney(product.price * quantity, lang)}</p>
</li>`,
  )}</ul>
<dl class="amounts">
<div><dt>${words.goods}</dt><dd>${toMoney(totals.goods, lang)}</dd></div>
<div><dt>${words.delivery}</dt><dd>${totals.delivery === 0 ? words.free : toMoney(totals.delivery, lang)}</dd></div>
<div class="amount-total"><dt>${words.total}</dt><dd>${toMoney(totals.total, lang)}</dd></div>
</dl>
</section>
<section class="aside" aria-labelledby="next">
<h2 id="next">${words.next}</h2>
<ol class="steps">${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
<h3>${words.to}</h3>
<address>${address.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</address>
</section>
</div>
<p class="confirmation-links"><a class="button quiet" href="/">${words.more}</a>
<a href="${other.pathname + other.search}" hreflang="${lang === 'fr' ? 'en' : 'fr'}" lang="${lang === 'fr' ? 'en' : 'fr'}">${words.other}</a></p>
</div>`;
};

export const addConfirmation = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/orders/:number', (context) => {
    const order = readOrder(context, context.req.param('number'));
    if (!order) return context.notFound();
    const lang = toLang(context.req.query('lang'));
    return layout(context, {
      title: WORDS[lang].confirmed,
      lang,
      survey: toSurvey(order),
      main: toMain(order, lang, new URL(context.req.url)),
    });
  });
};
