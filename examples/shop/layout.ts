/** Renders the header, the footer and the script tag around every page of the shop. */
import type { Context } from 'hono';
import { toDemoBar } from '../start/demoBar.ts';
import { type Fragment, html } from '../start/html.ts';
import type { SiteEnv } from '../start/security.ts';
import type { SiteOptions } from '../start/sites.ts';
import { readCart, toTotals } from './cart.ts';
import { type SurveyTag, toSurveyCode, toSurveyTag } from './surveyTag.ts';
import { type Lang, WORDS } from './words.ts';

export interface Page {
  readonly title: string;
  readonly main: Fragment;
  readonly lang?: Lang | undefined;
  /** The survey of this page, with the content of its tags. */
  readonly survey?: ({ readonly id: string } & SurveyTag) | undefined;
  /** @default 200 */
  readonly status?: 200 | 400 | 404 | 500 | undefined;
}

/** Applies `?mode=live` of the page's address, which overrides the site's mode. */
const withMode = (site: SiteOptions, url: URL): SiteOptions =>
  url.searchParams.get('mode') === 'live' ? { ...site, mode: 'live' } : site;

/** Creates a function that renders a page as an HTTP response. */
export const createLayout = (options: SiteOptions) => (context: Context<SiteEnv>, page: Page) => {
  const { title, main, lang = 'en', survey, status = 200 } = page;
  const words = WORDS[lang];
  const nonce = context.get('nonce');
  const url = new URL(context.req.url);
  const site = withMode(options, url);
  const { items } = toTotals(readCart(context));
  const markup = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Larkmoor Coffee</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/images/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
<link rel="stylesheet" href="/pages.css">
<link rel="stylesheet" href="/order.css">
<link rel="stylesheet" href="/demo.css">
${survey && toSurveyTag(survey, site, nonce)}
${site.live && html`<script defer nonce="${nonce}" src="/dev/reload.js"></script>`}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="brand" href="/"><img src="/images/logo.svg" alt="" width="32" height="32"><span>Larkmoor</span></a>
<nav aria-label="${words.menu}">
<a href="/#coffee">${words.coffee}</a>
<a href="/#brewing">${words.brewing}</a>
<a href="/guide/pour-over">${words.guide}</a>
<a class="cart-link" href="/cart">${words.cart}${items > 0 && html` <span class="count">${items}</span>`}</a>
</nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="bottom">
<p><strong>Larkmoor Coffee Roasters</strong><br>${words.tagline}</p>
<p><a href="/privacy">${words.privacy}</a></p>
</footer>
${toDemoBar({ collector: site.collector, survey: survey?.id, url, code: survey && toSurveyCode(survey, site) })}
</body>
</html>`;
  return context.html(markup.markup, status);
};

export type Layout = ReturnType<typeof createLayout>;
