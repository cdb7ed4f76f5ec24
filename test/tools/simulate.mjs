/**
 * Runs the delivery simulation: `npm run simulate:delivery -- --worlds 1000000 [--seed 1]`. With `--story`, or for
 * one world, it prints the log of the simulated world. Exits with 1 when an invariant is violated, or when a fault never occurred
 * in thousands of simulated worlds.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { bundleSimulation } from './bundleSimulation.mjs';
import { runInWorker } from './runInWorker.mjs';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    story: { type: 'boolean', default: false },
  },
});
const worlds = Number(values.worlds);
const seed = Number(values.seed);
if (!(Number.isInteger(worlds) && worlds > 0 && Number.isInteger(seed))) {
  console.error('--worlds and --seed take whole numbers: npm run simulate:delivery -- --worlds 10000 --seed 1');
  process.exit(1);
}
/** With fewer simulated worlds, a fault may be missing by chance. */
const ENOUGH_FOR_ALL = 5000;
/** A thread stops after this many violations. */
const ENOUGH_FOUND = 200;

const bundle = await bundleSimulation();
const { planWorld, tellWorld, toMissing } = await import(bundle);

const tell = async () => {
  const { story, failed } = await tellWorld(planWorld(seed));
  console.log(story);
  return failed;
};

const runAll = async () => {
  const threads = Math.min(os.availableParallelism(), 4, Math.ceil(worlds / 1000));
  const share = Math.ceil(worlds / threads);
  const done = new Array(threads).fill(0);
  const started = performance.now();
  let told = 0;
  const onProgress = (thread) => (count) => {
    done[thread] = count;
    const all = done.reduce((sum, one) => sum + one, 0);
    if (all - told < 50_000) return;
    told = all;
    console.log(`${all} worlds, ${Math.round(all / ((performance.now() - started) / 1000))} worlds/s`);
  };
  const summaries = await Promise.all(
    done.map((_, thread) => {
      const from = seed + thread * share;
      const options = { bundle, from, worlds: Math.min(share, seed + worlds - from), enough: ENOUGH_FOUND };
      return runInWorker(options, { onProgress: onProgress(thread) });
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const sum = (name) => summaries.reduce((total, summary) => total + summary[name], 0);
  const happened = {};
  for (const summary of summaries) {
    for (const [name, count] of Object.entries(summary.happened)) happened[name] = (happened[name] ?? 0) + count;
  }
  const found = summaries.flatMap((summary) => summary.found);

  console.log('\nworlds in which it happened');
  for (const [name, count] of Object.entries(happened).sort(([, one], [, other]) => other - one)) {
    console.log(`${String(count).padStart(9)}  ${name}`);
  }
  console.log(
    `\n${sum('worlds')} worlds in ${seconds.toFixed(1)} s (${Math.round(sum('worlds') / seconds)} worlds/s, ${threads} threads): ${sum('events')} events, ${sum('requests')} requests`,
  );
  const missing = sum('worlds') >= ENOUGH_FOR_ALL ? toMissing(happened) : [];
  if (missing.length > 0) console.error(`Never happened: ${missing.join(', ')}`);
  for (const { seed: bad, invariant, sentence } of found) console.error(`seed ${bad}  ${invariant}: ${sentence}`);
  if (found.length > 0) console.error('\nnpm run simulate:delivery -- --story --seed <seed> prints what happened.');
  else console.log('Every invariant holds.');
  return found.length > 0 || missing.length > 0;
};

process.exitCode = (await (values.story || worlds === 1 ? tell() : runAll())) ? 1 : 0;
