/** Serves the shop and the help desk, each on its own origin. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { addHelpdesk } from '../helpdesk/server.ts';
import { addShop } from '../shop/server.ts';
import { createCspReports } from './cspReports.ts';
import { serveFiles } from './files.ts';
import { createGallery } from './gallery.ts';
import { createLiveReload } from './liveReload.ts';
import { type SiteEnv, secure } from './security.ts';
import { createStartOver } from './startOver.ts';

interface SitesOptions {
  readonly shopPort: number;
  readonly helpdeskPort: number;
  /** Origin of the collector, which also serves the SDK. */
  readonly collector: string;
  /** The `examples` folder. Style sheets and pictures are served from there. */
  readonly examplesDir: string;
  /** Folder with the built help desk. */
  readonly helpdeskDir: string;
  /** The mode of every survey. @default 'auto' */
  readonly mode?: string | undefined;
  /** The name of the build. With it, open pages reload when the name changes. Set by `npm run dev` only. */
  readonly build?: string | undefined;
}

/** The options of one site. `live` is true when open pages reload after a rebuild. */
export interface SiteOptions {
  readonly collector: string;
  readonly mode: string;
  readonly live: boolean;
}

export interface Sites {
  readonly shop: string;
  readonly helpdesk: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const GOODBYE_MS = 100;

const listen = (app: Hono<SiteEnv>, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server));
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    // Open requests get a moment to finish. Idle keep-alive connections would delay the stop by seconds.
    setTimeout(() => server.closeAllConnections(), GOODBYE_MS).unref();
  });

/** Starts both sites. Rejects when a port is taken. */
export const startSites = async (options: SitesOptions): Promise<Sites> => {
  const { shopPort, helpdeskPort, collector, examplesDir, helpdeskDir, mode = 'auto', build } = options;
  const liveReload = build === undefined ? undefined : createLiveReload(build);
  const site: SiteOptions = { collector, mode, live: liveReload !== undefined };

  /** Creates a site with the routes and headers that both sites share. */
  const createSite = (folders: readonly string[]): Hono<SiteEnv> => {
    const app = new Hono<SiteEnv>();
    app.use(secure({ connect: site.live ? [collector, "'self'"] : [collector] }));
    for (const folder of [`${examplesDir}/start/public`, ...folders]) app.use(serveFiles(folder));
    if (liveReload) app.route('/', liveReload.routes);
    app.route('/', createCspReports('/site.css'));
    app.route('/', createStartOver('/site.css'));
    app.route('/', createGallery(`${examplesDir}/gallery/pictures`, '/site.css'));
    return app;
  };

  const shopSite = createSite([`${examplesDir}/shop/public`]);
  addShop(shopSite, site);
  const helpdeskSite = createSite([`${examplesDir}/helpdesk/public`, helpdeskDir]);
  addHelpdesk(helpdeskSite, site);

  const shop = await listen(shopSite, shopPort);
  const helpdesk = await listen(helpdeskSite, helpdeskPort).catch(async (error) => {
    await close(shop);
    throw error;
  });

  return {
    shop: `http://localhost:${shopPort}`,
    helpdesk: `http://localhost:${helpdeskPort}`,
    async stop() {
      liveReload?.close();
      await Promise.all([close(shop), close(helpdesk)]);
    },
  };
};
