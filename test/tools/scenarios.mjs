/** Runs each of the eleven outage scenarios N times in a real browser, with the built files: `npm run scenarios -- --engine firefox --n 20`. */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureEngine } from './findEngines.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'chromium' },
    n: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const only = values.only.flatMap((names) => names.split(','));
ensureEngine(values.engine);
const { module } = await runnerImport('./test/faults/runScenarios.ts', { logLevel: 'error' });
process.exit((await module.runScenarios(values.engine, Number(values.n), only)) ? 0 : 1);
