/** Bundles the simulation, outbox included, for worker threads. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { plantMutant } from './plantMutant.mjs';
import { typescript } from './rollupTypescript.mjs';

/** Returns the URL of the bundle, in a new temporary folder. The bundle has the bug of a mutant that changes a module. */
export const bundleSimulation = async (mutant) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelet-simulation-'));
  const bundle = await rollup({
    input: 'test/simulation/index.ts',
    plugins: [...(mutant?.module ? [plantMutant(mutant, 'test/simulation/mutants.ts')] : []), typescript()],
  });
  const file = path.join(folder, 'simulation.mjs');
  await bundle.write({ file, format: 'es' });
  return pathToFileURL(file).href;
};
