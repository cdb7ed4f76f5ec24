/** Serves the gallery that `npm run gallery` has created, or a page that explains how to create it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { serveFiles } from './files.ts';
import { html } from './html.ts';
import type { SiteEnv } from './security.ts';

const toEmptyPage = (stylesheet: string) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No pictures yet</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/images/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
<link rel="stylesheet" href="/demo.css">
</head>
<body>
<main class="plain"><h1>No pictures yet</h1>
<p>Run this command, then reload this page. It takes a screenshot of every prompt in Chromium, which needs one or two minutes:</p>
<pre><code>npm run gallery</code></pre>
<p><a href="/">Back to the first page</a></p></main>
</body>
</html>`;

/** Creates the routes of the gallery page and its pictures in `folder`. */
export const createGallery = (folder: string, stylesheet: string): Hono<SiteEnv> => {
  const app = new Hono<SiteEnv>();
  app.get('/gallery', (context) => context.redirect('/gallery/'));
  app.get('/gallery/', async (context) => {
    const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined);
    return context.html(page ?? toEmptyPage(stylesheet).markup, page ? 200 : 404);
  });
  app.use('/gallery/*', serveFiles(folder, '/gallery'));
  return app;
};
