/** The eleven outages in one real browser, N times each: `npm run scenarios -- --engine firefox --n 20`, of the built files. */
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
