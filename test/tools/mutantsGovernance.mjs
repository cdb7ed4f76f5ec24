/**
 * Runs the governance simulation over a client with a deliberate bug in it, one bug after the other, and says which world and
 * which invariant caught it. Exits with 1 when one survives five hundred worlds. `--sample`: every tenth, for each test run.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { bundleGovernance } from './bundleGovernance.mjs';
import { runInProcess } from './runInProcess.mjs';

const { values } = parseArgs({
  options: { sample: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const WORLDS = 500;
/** A bug may spin for ever: that is caught too. */
const TIMEOUT_MS = 300_000;

const { MUTANTS } = await import(await bundleGovernance());
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only)).filter(
  (_, index) => !values.sample || index % 10 === 0,
);

const hunt = async (mutant) => {
  const bundle = await bundleGovernance(mutant);
  const summary = await runInProcess({ bundle, from: 1, worlds: WORLDS, enough: 1 }, TIMEOUT_MS);
  if (!summary) return { mutant, caught: true, by: 'it never comes to an end' };
  const [first] = summary.found;
  return { mutant, caught: !!first, by: first ? `seed ${first.seed}  ${first.invariant}: ${first.sentence}` : '' };
};

const started = performance.now();
const queue = [...chosen];
const results = [];
const work = async () => {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const result = await hunt(mutant);
    results.push(result);
    console.log(`${result.caught ? 'caught  ' : 'SURVIVES'}  ${mutant.name.padEnd(60)}  ${result.by.slice(0, 150)}`);
  }
};
await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));

const survivors = results.filter(({ caught }) => !caught);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${results.length - survivors.length} of ${results.length} mutants caught in ${seconds} s`);
process.exitCode = survivors.length > 0 ? 1 : 0;
