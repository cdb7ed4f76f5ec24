import path from 'node:path';

const MUTANT = '\0mutant';
const SOURCES = path.resolve('src') + path.sep;

/**
 * Replaces the module of a mutant with a module that imports the original and exports it with the mutant's changes. `mutants` is
 * the file whose `MUTANTS` contains the mutant. Test files, including the mutants, import the original.
 */
export const plantMutant = ({ name, module, changes }, mutants) => {
  const file = path.resolve(module);
  let planted = false;
  return {
    name: 'plant-mutant',
    async resolveId(id, importer, options) {
      if (!importer?.startsWith(SOURCES)) return null;
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
        `import { MUTANTS } from ${JSON.stringify(path.resolve(mutants))};`,
        `const { changes } = MUTANTS.find((each) => each.name === ${JSON.stringify(name)});`,
        ...Object.keys(changes).map((each) => `export const ${each} = changes.${each}(original.${each});`),
      ].join('\n');
    },
    buildEnd(error) {
      if (!planted && !error) this.error(`mutant "${name}": nothing imports ${module}`);
    },
  };
};
