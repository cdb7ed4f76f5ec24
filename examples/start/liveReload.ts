/** Loads a page again when what it was made of has changed. Only `npm run dev` serves this. */
import { Hono } from 'hono';
import type { SiteEnv } from './security.ts';

/**
 * The server is started again after each build, which cuts the connection; whoever comes back and finds another build
 * loads the page again.
 */
const SCRIPT = `let build;
new EventSource('/dev/build').onmessage = ({ data }) => {
  if (build && build !== data) location.reload();
  build = data;
};
`;

/** Creates the script and the stream that names the build. */
export const createLiveReload = (build: string): Hono<SiteEnv> => {
  const app = new Hono<SiteEnv>();
  app.get('/dev/reload.js', (context) =>
    context.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/dev/build', (context) => {
    const body = new ReadableStream<Uint8Array>({
      // Never closed here: the connection ends with the server.
      start: (stream) => stream.enqueue(new TextEncoder().encode(`retry: 300\ndata: ${build}\n\n`)),
    });
    return context.body(body, 200, { 'Content-Type': 'text/event-stream' });
  });
  return app;
};
