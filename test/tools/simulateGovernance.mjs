/**
 * Runs the governance simulation: `npm run simulate:governance -- --worlds 5000 [--seed 1]`. With `--story`, or for one world, it
 * prints the log of the simulated world. Exits with 1 when an invariant is violated.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { bundleGovernance } from './bundleGovernance.mjs';
import { runInProcess } from './runInProcess.mjs';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    story: { type: 'boolean', default: false },
  },
});
const worlds = Number(values.worlds);
const seed = Number(values.seed);
if (!(Number.isInteger(worlds) && worlds > 0 && Number.isInteger(seed))) {
  console.error('--worlds and --seed are whole numbers: npm run simulate:governance -- --worlds 500 --seed 1');
  process.exit(1);
}

const bundle = await bundleGovernance();

const tell = async () => {
  const { tellWorld } = await import(bundle);
  const { story, failed } = await tellWorld(seed);
  console.log(story);
  return failed;
};

const runAll = async () => {
  const processes = Math.min(os.availableParallelism(), 4, Math.ceil(worlds / 50));
  const share = Math.ceil(worlds / processes);
  const started = performance.now();
  const shares = Array.from({ length: processes }, (_, index) => seed + index * share);
  const summaries = await Promise.all(
    shares.map((from) => runInProcess({ bundle, from, worlds: Math.min(share, seed + worlds - from) })),
  );
  const seconds = (performance.now() - started) / 1000;
  const sum = (name) => summaries.reduce((total, summary) => total + summary[name], 0);
  const happened = {};
  for (const summary of summaries) {
    for (const [name, count] of Object.entries(summary.happened)) happened[name] = (happened[name] ?? 0) + count;
  }
  console.log('\nworlds in which it happened');
  for (const [name, count] of Object.entries(happened).sort(([, one], [, other]) => other - one)) {
    console.log(`${String(count).padStart(9)}  ${name}`);
  }
  console.log(
    `\n${sum('worlds')} worlds in ${seconds.toFixed(1)} s (${Math.round(sum('worlds') / seconds)} worlds/s, ${processes} processes): ${sum('pages')} pages, ${sum('displays')} displays, ${sum('looks')} explanations`,
  );
  const found = summaries.flatMap((summary) => summary.found);
  for (const { seed: bad, invariant, sentence } of found) console.error(`seed ${bad}  ${invariant}: ${sentence}`);
  if (found.length > 0) console.error('\nnpm run simulate:governance -- --story --seed <seed> tells what happened.');
  else console.log('Every invariant holds.');
  return found.length > 0;
};

process.exitCode = (await (values.story || worlds === 1 ? tell() : runAll())) ? 1 : 0;
