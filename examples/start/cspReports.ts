/** Collects and shows the browsers' reports of CSP violations. The list must stay empty. */
import { Hono } from 'hono';
import { html } from './html.ts';
import type { SiteEnv } from './security.ts';

const MAX_REPORTS = 100;
const MAX_CHARACTERS = 10_000;

/** Creates the routes of one site: one receives reports, the others show them as HTML and JSON. */
export const createCspReports = (stylesheet: string): Hono<SiteEnv> => {
  const reports: string[] = [];
  const app = new Hono<SiteEnv>();

  app.post('/csp-report', async (context) => {
    const text = await context.req.text();
    if (text.length <= MAX_CHARACTERS && reports.length < MAX_REPORTS) reports.push(text);
    return context.body(null, 204);
  });

  app.get('/csp-reports', (context) =>
    context.html(
      html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${reports.length} policy reports</title>
<link rel="icon" href="/images/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
<link rel="stylesheet" href="/demo.css">
</head>
<body>
<main class="plain">
<h1>${reports.length === 0 ? 'No policy reports' : `${reports.length} policy reports`}</h1>
<p>Every page of this site has a strict Content-Security-Policy. This page lists everything that browsers blocked because of it.</p>
${reports.map((report) => html`<pre>${report}</pre>`)}
</main>
</body>
</html>`.markup,
    ),
  );
  app.get('/csp-reports.json', (context) => context.json(reports));
  return app;
};
