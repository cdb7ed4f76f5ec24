import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createCollector, type ReceivedEvent } from '../../src/collector/index.ts';

/** A server on a free port of this machine. */
export interface TestServer {
  /** `http://localhost:<port>`, without a trailing slash. */
  readonly origin: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export const startServer = async (handler: Handler): Promise<TestServer> => {
  const server: Server = createServer((request, response) => {
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

export const readAll = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

export interface CollectorDouble extends TestServer {
  /** Committed events, without duplicates. */
  readonly received: ReceivedEvent[];
  /** The body of every POST, including repeated ones. */
  readonly bodies: string[];
  /** Paths of the requested SDK files, in order. */
  readonly fetched: string[];
  /** While true, the collector responds 503 to every POST. */
  down: boolean;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
};

/** Starts the real collector handler with a store in memory. The same server also serves the SDK's files, like a CDN. */
export const startCollector = async (sdkDir = 'dist/cdn'): Promise<CollectorDouble> => {
  const received: ReceivedEvent[] = [];
  const bodies: string[] = [];
  const fetched: string[] = [];
  const collect = createCollector({
    store: {
      async add(events) {
        const known = new Set(received.map(({ event }) => event.id));
        received.push(...events.filter(({ event }) => !known.has(event.id)));
        return { duplicates: events.map(({ event }) => event.id).filter((id) => known.has(id)) };
      },
    },
  });
  const state = { down: false };
  const server = await startServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/collect') {
      const body = request.method === 'POST' ? await readAll(request) : undefined;
      if (body !== undefined) bodies.push(body);
      if (body !== undefined && state.down) {
        response.writeHead(503, { 'Access-Control-Allow-Origin': '*' }).end();
        return;
      }
      const answer = await collect(
        new Request(url, {
          method: request.method ?? 'GET',
          headers: request.headers as Record<string, string>,
          ...(body === undefined ? {} : { body }),
        }),
      );
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
      return;
    }
    const file = path.join(sdkDir, path.normalize(url.pathname));
    fetched.push(url.pathname);
    try {
      const content = await readFile(file);
      response.writeHead(200, {
        'Content-Type': TYPES[path.extname(file)] ?? 'text/plain',
        'Access-Control-Allow-Origin': '*',
      });
      response.end(content);
    } catch {
      response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
    }
  });
  return Object.assign(state, { ...server, received, bodies, fetched });
};

/** Starts a host site on its own origin. `pages` maps a path to its HTML and its extra headers. */
export const startSite = (
  pages: Record<string, { html: string; headers?: Record<string, string> }>,
): Promise<TestServer> =>
  startServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? 'not found');
  });
