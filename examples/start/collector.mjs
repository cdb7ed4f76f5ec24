/** Builds the collector and the results page with the rollup configuration in examples/collector. */
import { bundle } from './bundle.mjs';

export const COLLECTOR_FILE = '.demo/collector/server.mjs';
/** The sources of the collector. It also imports the schemas, the scores and the collector handler from `src`. */
export const COLLECTOR_SOURCES = ['examples/collector', 'examples/results', 'src', 'package-lock.json'];

export const bundleCollector = async () => {
  const { default: configs } = await import('../collector/rollup.config.mjs');
  for (const config of configs) await bundle('The collector', config);
};
