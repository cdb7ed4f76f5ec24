/** Where the collector comes from. */
export const COLLECTOR_FILE = '.demo/collector/server.mjs';
export const COLLECTOR_SOURCES = ['examples/collector', 'examples/results', 'src'];
export const bundleCollector = async () => {};
