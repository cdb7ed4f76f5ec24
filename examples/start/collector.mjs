/** Builds the collector and its results page by the configuration that lies beside them. */
import { bundle } from './bundle.mjs';

export const COLLECTOR_FILE = '.demo/collector/server.mjs';
/** The package's own rooms are in it: schema, score and the handler that keeps the collector contract. */
export const COLLECTOR_SOURCES = ['examples/collector', 'examples/results', 'src', 'package-lock.json'];

export const bundleCollector = async () => {
  const { default: configs } = await import('../collector/rollup.config.mjs');
  for (const config of configs) await bundle('The collector', config);
};
