/** Builds changed parts, starts the collector and the sites, and registers how to stop them. */
import path from 'node:path';
import { bundleHelpdesk, bundleSites, HELPDESK_DIR, importBuilt, SITES_FILE } from './bundle.mjs';
import { bundleCollector, COLLECTOR_FILE, COLLECTOR_SOURCES } from './collector.mjs';
import { StartFailure } from './console.mjs';
import { choosePorts } from './ports.mjs';
import { buildSdk, packSdk, SDK_DIR, SDK_SOURCES } from './sdk.mjs';
import { toStamp, unlessDone } from './stamps.mjs';
import { startWatching } from './watching.mjs';

const SITE_SOURCES = ['examples/start', 'examples/shop', 'examples/helpdesk'];

/** Converts an error of the collector's start to a StartFailure with advice. */
const toCollectorFailure = (error, dataDir) => {
  const inUse = /open in another process|lock/i.test(error?.message ?? '');
  return inUse
    ? new StartFailure(
        `The data folder ${dataDir} is in use by another demo.`,
        'Stop that demo, or choose another folder: DATA_DIR=.data-2 npm start',
      )
    : new StartFailure('The collector could not be started.', 'See the error above.', error?.stack ?? `${error}`);
};

/**
 * Starts the demo. It runs until the process receives a signal.
 * @param {{
 *   output: ReturnType<typeof import('./console.mjs').createConsole>,
 *   stopping: ReturnType<typeof import('./stopping.mjs').createStopping>,
 *   watch: boolean,
 * }} options
 */
export const run = async ({ output, stopping, watch }) => {
  const { PORT = '4300', DATA_DIR = '.data', SCORELET_DIST, SCORELET_MODE } = process.env;
  let collector;
  let sites;

  // The tests set SCORELET_DIST=keep: they have already built dist/ and use it at the same time.
  const keepsDist = SCORELET_DIST === 'keep';
  await unlessDone('sdk', { from: keepsDist ? ['dist', 'package.json'] : SDK_SOURCES, to: SDK_DIR }, async () => {
    if (!keepsDist) await output.step('Building the SDK (npm run build)', buildSdk);
    await output.step('Packing the SDK and unpacking it for the examples (npm pack)', packSdk);
  });
  await unlessDone('helpdesk', { from: [...SITE_SOURCES, SDK_DIR], to: HELPDESK_DIR }, () =>
    output.step('Building the help desk', () => bundleHelpdesk()),
  );
  await unlessDone('sites', { from: SITE_SOURCES, to: SITES_FILE }, () =>
    output.step('Building the sites', bundleSites),
  );
  await unlessDone('collector', { from: COLLECTOR_SOURCES, to: COLLECTOR_FILE }, () =>
    output.step('Building the collector and the results page', bundleCollector),
  );

  const ports = await choosePorts(PORT);
  if (ports.taken) {
    output.write(
      `Port ${ports.taken} is taken by another program. Using ${ports.collector} to ${ports.helpdesk} instead.`,
    );
  }

  const collectorOrigin = `http://localhost:${ports.collector}`;

  const startCollector = async () => {
    const built = await importBuilt(COLLECTOR_FILE, toStamp([COLLECTOR_FILE]));
    try {
      collector = await built.startCollector({
        port: ports.collector,
        dataDir: path.resolve(DATA_DIR),
        sdkDir: path.resolve(SDK_DIR, 'dist/cdn'),
        log: (line) => output.write(line),
      });
    } catch (error) {
      throw toCollectorFailure(error, DATA_DIR);
    }
  };
  const startSites = async (build) => {
    const built = await importBuilt(SITES_FILE, toStamp([SITES_FILE]));
    sites = await built.startSites({
      shopPort: ports.shop,
      helpdeskPort: ports.helpdesk,
      collector: collectorOrigin,
      examplesDir: path.resolve('examples'),
      helpdeskDir: path.resolve(HELPDESK_DIR),
      mode: SCORELET_MODE,
      build,
    });
  };

  await output.step('Starting the collector', startCollector);
  stopping.add(() => collector.stop());
  await output.step('Starting the shop and the help desk', () => startSites(watch ? `${Date.now()}` : undefined));
  stopping.add(() => sites.stop());

  if (watch) {
    const stopWatching = startWatching({
      output,
      async restartSites() {
        await sites.stop();
        await startSites(`${Date.now()}`);
      },
      async restartCollector() {
        await collector.stop();
        await startCollector();
      },
    });
    stopping.add(stopWatching);
  }

  const { bold, faint, write } = output;
  write(`
  Shop        ${bold(sites.shop)}
  Help desk   ${bold(sites.helpdesk)}
  Results     ${bold(`${collectorOrigin}/results`)}
  Gallery     ${bold(`${sites.shop}/gallery/`)}

${faint(`  Data is kept in ${DATA_DIR}. ${watch ? 'Pages reload when a file is saved. ' : ''}Ctrl-C stops.`)}
`);
};
