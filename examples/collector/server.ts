/** The reference collector: one process, one origin, one embedded database. */
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

export interface CollectorServerOptions {
  /** A free port; 0 lets the system choose one. */
  port: number;
  /** The folder of the database. */
  dataDir: string;
  /** The folder of the built SDK: `dist/cdn`. */
  sdkDir: string;
  /** The folder of the built results page. @default `../results`, beside this file's folder */
  resultsDir?: string | undefined;
  /** @default '127.0.0.1' */
  host?: string | undefined;
  /** Whether it answers what a respondent was asked: to everybody who knows the id. @default true on the loopback interface only */
  history?: boolean | undefined;
  /** Asked for before answers are shown (user name `analyst`). Without one they are shown on the loopback interface only. */
  password?: string | undefined;
  limits?: RateLimits | undefined;
  /** Hears what went wrong and what is waited for. @default nobody */
  log?: ((line: string) => void) | undefined;
}

export interface CollectorServer {
  /** The origin, without a slash at the end. */
  url: string;
  /** Ends the streams, answers what is under way, closes the database. */
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
      throw new Error(`Port ${port} is taken on ${hostname}. Choose a free one, or 0 for any.`, { cause: error });
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
        toProblem(403, 'Forbidden', 'Answers are personal data: set a password, or listen on 127.0.0.1 only.'),
      );
    }
  }
  app.get('/', (context) => context.html(INDEX_PAGE));
  app.get('/health', async (context) => {
    await database.query('select 1');
    return context.json({ status: 'ok' });
  });
  app.route('/', createResultsRoutes({ database, streams, resultsDir }));
  app.notFound(() => toProblem(404, 'Not found', 'There is nothing here; / lists what there is.'));
  app.onError((error) => {
    log(toMessage(error));
    return toProblem(500, 'Internal server error', 'The request failed; the log of the collector says why.');
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
