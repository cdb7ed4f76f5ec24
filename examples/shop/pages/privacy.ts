import type { Hono } from 'hono';
import { html } from '../../start/html.ts';
import type { SiteEnv } from '../../start/security.ts';
import type { Layout } from '../layout.ts';

export const addPrivacy = (app: Hono<SiteEnv>, layout: Layout): void => {
  app.get('/privacy', (context) =>
    layout(context, {
      title: 'Privacy',
      main: html`<div class="narrow prose">
<h1>Privacy</h1>
<h2>Orders</h2>
<p>Your cart and your last order are kept in two cookies in this browser. Nothing about them is kept on our server.</p>
<h2>Feedback</h2>
<p>After an order, and under our guides, we ask a short question. Answering is optional. We keep your score, what you write,
the order number and the page. We do not keep your name, your e-mail address or your IP address with it.</p>
<p>The question sets no cookie. It remembers in your browser's storage that you were asked, so that you are not asked again too soon.</p>
<p>“Start over” at the bottom of the page deletes all of this from your browser.</p>
</div>`,
    }),
  );
};
