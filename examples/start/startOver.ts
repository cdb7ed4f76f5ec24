/** Deletes everything that a demo site has stored in this browser: cookies, storage, and the SDK's data. */
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { html } from './html.ts';
import type { SiteEnv } from './security.ts';

const SCRIPT = `localStorage.clear();
sessionStorage.clear();
const leave = () => location.replace('/');
// Another tab may keep the database open and delay its deletion.
setTimeout(leave, 500);
const request = indexedDB.deleteDatabase('scorelet');
request.onsuccess = leave;
request.onerror = leave;
`;

const page = (context: Context<SiteEnv>, stylesheet: string) =>
  context.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Starting over</title>
<link rel="icon" href="/images/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
<link rel="stylesheet" href="/demo.css">
<script defer nonce="${context.get('nonce')}" src="/start-over.js"></script>
</head>
<body>
<main class="plain"><h1>Starting over …</h1><p><a href="/">Back to the first page</a></p></main>
</body>
</html>`.markup,
  );

/** Creates the routes of the page and its script. */
export const createStartOver = (stylesheet: string): Hono<SiteEnv> => {
  const app = new Hono<SiteEnv>();
  app.get('/start-over', (context) => {
    for (const name of Object.keys(getCookie(context))) deleteCookie(context, name);
    return page(context, stylesheet);
  });
  app.get('/start-over.js', (context) =>
    context.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  return app;
};
