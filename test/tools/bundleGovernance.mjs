/** Bundles the governance simulation, the client included, into one file in which `import()` takes no time. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { mutate } from './bundleSimulation.mjs';
import { typescript } from './rollupTypescript.mjs';

/** Prompts of ours and the words for wrong definitions are of no matter here, and need packages. */
const LEFT_OUT = /\/widgets\/|schema\/explanation\.ts$|^zod/;
const leaveOut = {
  name: 'leave-out',
  resolveId: (id) => (LEFT_OUT.test(id) ? `\0${id}` : null),
  load: (id) =>
    id.startsWith('\0') && LEFT_OUT.test(id) ? { code: 'export default {}', syntheticNamedExports: true } : null,
};

/** Definitions are drawn to be right; to check them on each of thousands of pages takes a third of the time. */
const trust = {
  name: 'trust',
  transform: (_, id) =>
    id.endsWith('check/isValid.ts') ? { code: 'export const isValid = () => true', map: null } : null,
};

/** Returns the path of the bundle, in a folder of its own below the system's temporary one. */
export const bundleGovernance = async (mutant) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelet-governance-'));
  const bundle = await rollup({
    input: 'test/governance/index.ts',
    plugins: [leaveOut, trust, ...(mutant ? [mutate(mutant)] : []), typescript()],
    onwarn: () => {},
  });
  const file = path.join(folder, 'governance.mjs');
  await bundle.write({ file, format: 'es', inlineDynamicImports: true });
  return pathToFileURL(file).href;
};
