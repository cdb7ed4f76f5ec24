/** Runs mutants and prints the simulated world and the invariant that caught each mutant. Exits with 1 when a mutant survives. */
import os from 'node:os';
import { parseArgs } from 'node:util';

/**
 * `--sample` runs every nth mutant, where n is `every`. `--only <text>` runs the mutants whose names contain the text. `run`
 * resolves the summary of a mutant's simulated worlds, or undefined after the timeout; such a mutant counts as caught.
 */
export const huntMutants = async (mutants, { every, width, run }) => {
  const { values } = parseArgs({
    options: { sample: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  });
  const queue = mutants
    .filter(({ name }) => name.includes(values.only))
    .filter((_, index) => !values.sample || index % every === 0);
  const started = performance.now();
  const results = [];
  const work = async () => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const summary = await run(mutant);
      const first = summary?.found[0];
      const by = first ? `seed ${first.seed}  ${first.invariant}: ${first.sentence}` : '';
      const caught = !summary || !!first;
      results.push(caught);
      const told = summary ? by : 'the worlds do not end before the timeout';
      console.log(`${caught ? 'caught  ' : 'SURVIVES'}  ${mutant.name.padEnd(width)}  ${told.slice(0, 150)}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, os.availableParallelism()) }, work));
  const caught = results.filter(Boolean).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${caught} of ${results.length} mutants caught in ${seconds} s`);
  process.exitCode = caught < results.length ? 1 : 0;
};
