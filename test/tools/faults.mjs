/**
 * Runs the fault tests of test/faults in real browsers, with the built files: `npm run test:faults`,
 * `-- --engine webkit --only quota-full,S6`. A missing engine is a failure.
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { ensureEngine } from './findEngines.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', multiple: true, default: ['chromium', 'firefox', 'webkit'] },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const toNames = (list) => list.flatMap((names) => names.split(','));
const engines = toNames(values.engine);
const only = toNames(values.only);
const { module } = await runnerImport('./test/faults/runFaults.ts', { logLevel: 'error' });

const unknown = module.unknownRows(only);
if (unknown.length > 0) {
  console.error(`Unknown row: ${unknown.join(', ')}.`);
  process.exit(1);
}

const findings = [];
for (const engine of engines) {
  const started = Date.now();
  try {
    ensureEngine(engine);
    findings.push(...(await module.runFaults(engine, only)));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    console.error(problem);
    findings.push({ engine, row: '(engine)', seconds: (Date.now() - started) / 1000, problems: [problem] });
  }
}

const names = [...new Set(findings.map(({ row }) => row))];
const toCell = (engine, row) => {
  const found = findings.find((finding) => finding.engine === engine && finding.row === row);
  return found ? `${found.problems.length === 0 ? 'passed' : 'FAILED'} ${found.seconds.toFixed(1)} s` : '';
};
console.log(`\n| row | ${engines.join(' | ')} |\n|---|${engines.map(() => '---|').join('')}`);
for (const row of names) console.log(`| ${row} | ${engines.map((engine) => toCell(engine, row)).join(' | ')} |`);
const failed = findings.filter(({ problems }) => problems.length > 0).length;
console.log(`\n${findings.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || findings.length === 0 ? 1 : 0);
