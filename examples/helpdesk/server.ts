/** Serves the HTML frame of the help desk. The app in the browser renders the tickets and routes between them. */
import type { Context, Hono } from 'hono';
import { toDemoBar } from '../start/demoBar.ts';
import { type Fragment, html } from '../start/html.ts';
import type { SiteEnv } from '../start/security.ts';
import type { SiteOptions } from '../start/sites.ts';

/** The survey code of the app, which the demo bar displays. */
const CODE = `import { createScorelet } from 'scorelet';

const scorelet = createScorelet({
  collector,
  brand: 'Skerry',
  surveys: [
    {
      id: 'ticket-closed',
      presentation: 'anchored',
      target: '#ticket-state',
      subject: 'ticket',
      trigger: { event: 'ticket.closed' },
      // For this demo only: the default clocks would ask a customer about one of three tickets in a month.
      frequency: { clocks: { touchpoint: false, ignored: false } },
      questions: [
        { type: 'ces' },
        { type: 'choice', title: 'What made it difficult?', segments: ['difficult'], multiple: true, options },
        { type: 'text', title: 'What should we do differently?', titleBySegment: { easy: 'What went well?' } },
        { type: 'email', title: 'Where can our team lead reach you?', segments: ['difficult'] },
        { type: 'consent', title: 'You may write to me about this ticket.', segments: ['difficult'] },
      ],
    },
  ],
});
scorelet.identify({ id: 'cust-2041', role: 'customer', traits: { plan: 'Fibre 500' } });
// In the agent's view, which shows no survey: scorelet.identify({ id: 'agent-17', role: 'agent' });

// "Mark as solved" was clicked
scorelet.setContext({ resolution: { ticketId, agent, team, queue, category, timeToResolutionMs } });
scorelet.track('ticket.closed', { subject: { type: 'ticket', id: ticketId } });`;

export const addHelpdesk = (app: Hono<SiteEnv>, { collector, mode, live }: SiteOptions): void => {
  const frame = (context: Context<SiteEnv>, title: string, main: Fragment, status: 200 | 404 = 200) => {
    const nonce = context.get('nonce');
    const url = new URL(context.req.url);
    const asked = url.searchParams.get('mode') === 'live' ? 'live' : mode;
    const asAgent = url.searchParams.get('as') === 'agent';
    const other = new URL(url);
    if (asAgent) other.searchParams.delete('as');
    else other.searchParams.set('as', 'agent');
    const markup = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Skerry support</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/images/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/site.css">
<link rel="stylesheet" href="/tickets.css">
<link rel="stylesheet" href="/demo.css">
${status === 200 && html`<script type="module" nonce="${nonce}" src="/assets/app.js"></script>`}
${live && html`<script defer nonce="${nonce}" src="/dev/reload.js"></script>`}
</head>
<body>
<a class="skip" href="#app">Skip to content</a>
<header class="top">
<a class="brand" href="/"><img src="/images/logo.svg" alt="" width="32" height="32"><span>Skerry</span> <span class="brand-room">Support</span></a>
<p class="me"><span class="me-name">${asAgent ? 'Priya' : 'Maya Lindqvist'}<br><span class="muted">${asAgent ? 'Network care' : 'Fibre 500'}</span></span><span class="avatar" aria-hidden="true">${asAgent ? 'P' : 'ML'}</span></p>
</header>
<main id="app" tabindex="-1" data-collector="${collector}/collect" data-mode="${asked}" data-as="${asAgent ? 'agent' : 'customer'}">${main}</main>
${toDemoBar({
  collector,
  survey: 'ticket-closed',
  url,
  code: CODE,
  extra: html`<p><a href="${other.pathname + other.search}">${asAgent ? 'Switch to the customer’s view' : 'Switch to the agent’s view (agents are not asked)'}</a></p>
<div class="demo-log" id="log" role="log" aria-label="What the survey did"></div>`,
})}
</body>
</html>`;
    return context.html(markup.markup, status);
  };

  const waiting = html`<noscript><p class="plain">The help desk needs JavaScript.</p></noscript>`;
  for (const address of ['/', '/new', '/tickets/:id']) {
    app.get(address, (context) => frame(context, 'Your tickets', waiting));
  }
  app.notFound((context) =>
    frame(
      context,
      'Not found',
      html`<div class="plain"><h1>Page not found</h1><p><a class="button" href="/">Your tickets</a></p></div>`,
      404,
    ),
  );
};
