/**
 * Runs the delivery simulation over an outbox with a deliberate bug in it, one bug after the other, and says which world and
 * which invariant caught it. Exits with 1 when one survives a thousand worlds. `--sample`: every sixth, for each test run.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { bundleSimulation } from './bundleSimulation.mjs';
import { runInWorker } from './runInWorker.mjs';

const { values } = parseArgs({
  options: { sample: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const WORLDS = 1000;
/** A world takes milliseconds. One that spins for ever is caught too. */
const TIMEOUT_MS = 60_000;

const { MUTANTS } = await import(await bundleSimulation());
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only)).filter(
  (_, index) => !values.sample || index % 6 === 0,
);

const hunt = async (mutant) => {
  const bundle = await bundleSimulation(mutant);
  const summary = await runInWorker({ bundle, from: 1, worlds: WORLDS, enough: 1 }, { timeoutMs: TIMEOUT_MS });
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
    console.log(`${result.caught ? 'caught  ' : 'SURVIVES'}  ${mutant.name.padEnd(52)}  ${result.by.slice(0, 150)}`);
  }
};
await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));

const survivors = results.filter(({ caught }) => !caught);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${results.length - survivors.length} of ${results.length} mutants caught in ${seconds} s`);
process.exitCode = survivors.length > 0 ? 1 : 0;
