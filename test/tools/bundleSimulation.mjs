/** Bundles the simulation, outbox included, for worker threads. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { typescript } from './rollupTypescript.mjs';

/** Replaces what a mutant says. A text that is not there exactly once proves nothing, so that is an error. */
export const mutate = ({ name, file, from, to }) => ({
  name: 'mutate',
  transform(code, id) {
    if (!id.endsWith(path.normalize(file))) return null;
    if (code.split(from).length !== 2) this.error(`mutant "${name}": ${file} has not exactly one\n${from}`);
    return { code: code.replace(from, () => to), map: null };
  },
});

/** Returns the URL of the bundle, in a new temporary folder. */
export const bundleSimulation = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelet-simulation-'));
  const bundle = await rollup({
    input: 'test/simulation/index.ts',
    plugins: [typescript()],
  });
  const file = path.join(folder, 'simulation.mjs');
  await bundle.write({ file, format: 'es' });
  return pathToFileURL(file).href;
};
