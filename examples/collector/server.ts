/** Starts the reference collector: one process with one origin and an embedded database. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { compress } from 'hono/compress';
import { createCollector } from '../../src/collector/index.ts';
import { toProblem } from '../../src/collector/problem.ts';
import { openDatabase } from './database.ts';
import { createEventStore } from './eventStore.ts';
import { INDEX_PAGE } from './indexPage.ts';
import { PAGE_HEADERS } from './pageHeaders.ts';
import { createRateLimit, type RateLimits } from './rateLimit.ts';
import { createResultsRoutes } from './resultsRoutes.ts';
import { toSdkResponse } from './sdkFile.ts';
import { createTicker } from './ticker.ts';
import { createTickStreams } from './tickStreams.ts';

interface CollectorServerOptions {
  /** The port to listen on. With 0 the system chooses a free port. */
  port: number;
  /** The folder of the database. */
  dataDir: string;
  /** The folder of the built SDK: `dist/cdn`. */
  sdkDir: string;
  /** The folder of the built results page. @default `../results`, relative to the folder of this file */
  resultsDir?: string | undefined;
  /** @default '127.0.0.1' */
  host?: string | undefined;
  /** Responds to history requests. Anybody who knows a respondent's id can read its history. @default true on the loopback interface only */
  history?: boolean | undefined;
  /** Password for the pages with answers (user name `analyst`). Without a password they are available on the loopback interface only. */
  password?: string | undefined;
  limits?: RateLimits | undefined;
  /** Receives lines about errors and about waiting for the data folder. @default no log */
  log?: ((line: string) => void) | undefined;
}

export interface CollectorServer {
  /** The origin, without a trailing slash. */
  url: string;
  /** Ends the streams, finishes open requests and closes the database. */
  stop(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const RESULTS_PATHS = ['/results', '/results/*', '/api/*'];
const GOODBYE_MS = 2_000;

const toMessage = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const listen = async (fetch: Hono['fetch'], port: number, hostname: string) => {
  const server = serve({ fetch, port, hostname });
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken on ${hostname}. Choose a free port, or 0 for any.`, { cause: error });
    }
    throw error;
  }
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
};

const close = (server: ServerType) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) {
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), GOODBYE_MS).unref();
    }
  });

/**
 * Starts the collector with its results page.
 * @throws Error when the port is taken or the data folder is open in another process
 */
export const startCollector = async (options: CollectorServerOptions): Promise<CollectorServer> => {
  const { port, dataDir, sdkDir, host = '127.0.0.1', password, limits, log = () => {} } = options;
  const { history = LOOPBACK.includes(host) } = options;
  const { resultsDir = fileURLToPath(new URL('../results', import.meta.url)) } = options;
  const database = await openDatabase({ dataDir, log });
  const ticker = createTicker();
  const streams = createTickStreams(ticker);
  const wait = createRateLimit(limits);
  const addresses = new WeakMap<Request, string>();
  const collect = createCollector({
    store: createEventStore(database, { onCommit: ticker.tick }),
    history,
    limit: (request, key) => wait(addresses.get(request) ?? 'unknown', key),
    onError: (error) => log(`A request failed: ${toMessage(error)}`),
  });

  const app = new Hono();
  app.all('/collect', (context) => {
    const request = context.req.raw;
    addresses.set(request, getConnInfo(context).remote.address ?? 'unknown');
    return collect(request);
  });
  app.use(compress());
  app.get(
    '/scorelet/:name',
    async (context) => (await toSdkResponse(context.req.raw, sdkDir, context.req.param('name'))) ?? context.notFound(),
  );
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(PAGE_HEADERS)) context.header(name, value);
  });
  for (const path of RESULTS_PATHS) {
    if (password !== undefined) app.use(path, basicAuth({ username: 'analyst', password }));
    else if (!LOOPBACK.includes(host)) {
      app.use(path, async () =>
        toProblem(403, 'Forbidden', 'Answers are personal data. Set a password, or listen on 127.0.0.1.'),
      );
    }
  }
  app.get('/', (context) => context.html(INDEX_PAGE));
  app.get('/health', async (context) => {
    await database.query('select 1');
    return context.json({ status: 'ok' });
  });
  app.route('/', createResultsRoutes({ database, streams, resultsDir }));
  app.notFound(() => toProblem(404, 'Not found', 'This address does not exist. / lists all addresses.'));
  app.onError((error) => {
    log(toMessage(error));
    return toProblem(500, 'Internal server error', 'The request failed. See the log of the collector.');
  });

  try {
    const listening = await listen(app.fetch, port, host);
    const stop = async () => {
      streams.close();
      await close(listening.server);
      await database.close();
    };
    const name = host.includes(':') ? `[${host}]` : host;
    return { url: `http://${name}:${listening.port}`, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
};
