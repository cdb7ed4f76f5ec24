/** Adds the routes of the shop. */
import type { Hono } from 'hono';
import { html } from '../start/html.ts';
import type { SiteEnv } from '../start/security.ts';
import type { SiteOptions } from '../start/sites.ts';
import { createLayout } from './layout.ts';
import { addCart } from './pages/cart.ts';
import { addCheckout } from './pages/checkout.ts';
import { addConfirmation } from './pages/confirmation.ts';
import { addGuide } from './pages/guide.ts';
import { addHome } from './pages/home.ts';
import { addPrivacy } from './pages/privacy.ts';
import { addProduct } from './pages/product.ts';

export const addShop = (app: Hono<SiteEnv>, site: SiteOptions): void => {
  const layout = createLayout(site);
  for (const add of [addHome, addProduct, addCart, addCheckout, addConfirmation, addGuide, addPrivacy])
    add(app, layout);

  app.notFound((context) =>
    layout(context, {
      title: 'Not found',
      status: 404,
      main: html`<div class="narrow"><h1>Page not found</h1>
<p>The page may have moved, or the address may contain a typo.</p>
<p><a class="button" href="/">Go to the shop</a></p></div>`,
    }),
  );
  app.onError((error, context) => {
    console.error(error);
    return layout(context, {
      title: 'Something went wrong',
      status: 500,
      main: html`<div class="narrow"><h1>Something went wrong</h1><p>Please try again in a moment.</p></div>`,
    });
  });
};
