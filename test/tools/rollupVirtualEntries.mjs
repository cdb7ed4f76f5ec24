/** Virtual entry modules, without a source file. Each defines the contents of one file for the CDN. */
import path from 'node:path';

/**
 * The imports have the paths of the repository. A path of this machine would be in the source maps. The imports without a name only set the
 * order of the modules: a file compresses better when similar modules are near each other.
 */
const ENTRIES = {
  loader: `import 'src/memory/needsRules.ts';
import { startLoader } from 'src/loader/startLoader.ts';
import { createCdnChunks } from 'src/loader/cdnChunks.ts';
if (globalThis.document) startLoader((scriptUrl) => createCdnChunks(BUILD, scriptUrl));`,
  single: `import { startLoader } from 'src/loader/startLoader.ts';
import 'src/locales/en.ts';
import 'src/check/explanation.ts';
import 'src/chunks/check.ts';
import 'src/locales/ownLocale.ts';
import 'src/loader/fetchConfig.ts';
import 'src/core/rules/gates.ts';
import 'src/governance/more/governanceExtras.ts';
import 'src/triggers/startTriggers.ts';
import 'src/chunks/governance.ts';
import 'src/display/displays.ts';
import { createSingleChunks } from 'src/loader/singleChunks.ts';
import { mountPrompt } from 'widgets/index.ts';
import { promptExtras } from 'widgets/more/index.ts';
if (globalThis.document) startLoader(createSingleChunks({ mountPrompt, promptExtras }, BUILD));`,
};

const PREFIX = 'virtual:';

/** Resolves `virtual:<name>`. `?build=<name>` sets the constant BUILD of an entry to the name of the release. */
export const virtualEntries = () => ({
  name: 'virtual-entries',
  resolveId(id, importer) {
    if (id.startsWith(PREFIX)) return id;
    return importer?.startsWith(PREFIX) ? path.resolve(id) : undefined;
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return undefined;
    const [name, build] = id.slice(PREFIX.length).split('?build=');
    return `${build ? `const BUILD = ${JSON.stringify(build)};\n` : ''}${ENTRIES[name]}`;
  },
});
