/**
 * Measures in Chromium what the built script tag costs the page that it is on: `npm run costs`, `-- --visits 9 --times 1000`. Fails when a
 * figure that does not depend on the machine is not what it must be. Times and heap are only printed.
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: { visits: { type: 'string', default: '5' }, times: { type: 'string', default: '1000' } },
});
const visits = Number(values.visits);
const times = Number(values.times);
if (![visits, times].every((each) => Number.isInteger(each) && each > 0)) {
  console.error('--visits and --times must be whole numbers of at least 1.');
  process.exit(1);
}
const { runCosts } = (await runnerImport('./test/costs/runCosts.ts', { logLevel: 'error' })).module;
process.exitCode = (await runCosts({ visits, times })) ? 0 : 1;
