/** Bundles the governance simulation, with the client, into one file in which `import()` takes no time. */
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { typescript } from './rollupTypescript.mjs';

/** Modules that the simulation does not need, each with its replacement code. */
const REPLACED = [
  // The simulation replaces the prompt, and simulated worlds do not use the explanations of the schemas.
  { matches: (id) => /\/widgets\/|schema\/explanation\.ts$|^zod/.test(id), code: 'export default {}' },
];
const PREFIX = '\0replaced:';
const replace = {
  name: 'replace',
  resolveId(id) {
    const index = REPLACED.findIndex(({ matches }) => matches(id));
    return index < 0 ? null : `${PREFIX}${index}:${id}`;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const [index] = id.slice(PREFIX.length).split(':');
    return { code: REPLACED[Number(index)].code, syntheticNamedExports: true };
  },
};

const MUTANT = '\0mutant';
/** Replaces the module of a mutant with a module that imports the original and exports it with the mutant's changes. */
const plant = ({ name, module, changes }) => {
  const file = path.resolve(module);
  let planted = false;
  return {
    name: 'plant',
    async resolveId(id, importer, options) {
      if (importer === MUTANT || !id.startsWith('.')) return null;
      const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (resolved?.id !== file) return resolved;
      planted = true;
      return MUTANT;
    },
    load(id) {
      if (id !== MUTANT) return null;
      return [
        `export * from ${JSON.stringify(file)};`,
        `import * as original from ${JSON.stringify(file)};`,
        `import { MUTANTS } from ${JSON.stringify(path.resolve('test/governance/mutants.ts'))};`,
        `const { changes } = MUTANTS.find((each) => each.name === ${JSON.stringify(name)});`,
        ...Object.keys(changes).map((each) => `export const ${each} = changes.${each}(original.${each});`),
      ].join('\n');
    },
    buildEnd() {
      if (!planted) this.error(`mutant "${name}": nothing imports ${module}`);
    },
  };
};

/** Returns the URL of the bundle, in a new folder below the system's temporary folder. */
export const bundleGovernance = async (mutant) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelet-governance-'));
  const bundle = await rollup({
    input: 'test/governance/index.ts',
    plugins: [replace, ...(mutant ? [plant(mutant)] : []), typescript()],
    onwarn: () => {},
  });
  const file = path.join(folder, 'governance.mjs');
  await bundle.write({ file, format: 'es', inlineDynamicImports: true });
  return pathToFileURL(file).href;
};
