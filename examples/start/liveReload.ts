/** Reloads open pages after a rebuild. Only `npm run dev` serves this. */
import { Hono } from 'hono';
import type { SiteEnv } from './security.ts';

/**
 * The page's script. The server restarts after each build, which closes the connection. The page reconnects and reloads when the
 * name of the build has changed.
 */
const SCRIPT = `let build;
new EventSource('/dev/build').onmessage = ({ data }) => {
  if (build && build !== data) location.reload();
  build = data;
};
`;

interface LiveReload {
  readonly routes: Hono<SiteEnv>;
  /** Ends all connections, so that the pages reconnect. */
  close(): void;
}

/** Creates the routes of the script and of the stream that sends the name of the build. */
export const createLiveReload = (build: string): LiveReload => {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const routes = new Hono<SiteEnv>();
  routes.get('/dev/reload.js', (context) =>
    context.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  routes.get('/dev/build', (context) => {
    let own: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        own = stream;
        streams.add(stream);
        stream.enqueue(new TextEncoder().encode(`retry: 300\ndata: ${build}\n\n`));
      },
      cancel() {
        if (own) streams.delete(own);
      },
    });
    return context.body(body, 200, { 'Content-Type': 'text/event-stream' });
  });
  return {
    routes,
    close() {
      for (const stream of streams) stream.close();
      streams.clear();
    },
  };
};
