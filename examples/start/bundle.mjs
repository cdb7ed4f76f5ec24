/** Bundles the demo's own code: the help desk for browsers, the two sites for Node. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify as terser } from 'terser';
import { typescript } from '../../test/tools/rollupTypescript.mjs';
import { StartFailure } from './console.mjs';

export const HELPDESK_DIR = '.demo/helpdesk';
export const SITES_FILE = '.demo/sites/sites.mjs';

/** Finds `scorelet` where the tarball was unpacked; everything else where Node would. */
const unpackedScorelet = {
  name: 'unpacked-scorelet',
  async resolveId(id, importer, options) {
    if (!/^scorelet($|\/)/.test(id) || importer?.includes('.demo')) return null;
    return this.resolve(id, path.resolve('.demo/importer.js'), options);
  },
};

const minify = {
  name: 'minify',
  async renderChunk(code) {
    const { code: minified, map } = await terser(code, { ecma: 2020, module: true, sourceMap: { asObject: true } });
    return { code: minified, map };
  },
};

/** Every warning about our own modules is an error; what others have written is theirs to mend. */
const onwarn = (warning) => {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(warning.message);
};

/**
 * Bundles by a rollup configuration; says what could not be built and why.
 * @param {string} what
 * @param {import('rollup').RollupOptions & { output: import('rollup').OutputOptions }} config
 */
export const bundle = async (what, { output, ...input }) => {
  try {
    const built = await rollup({ onwarn, ...input });
    if (output.dir) await rm(output.dir, { recursive: true, force: true });
    await built.write(output);
    await built.close();
  } catch (error) {
    const place = error.loc ? `${error.loc.file ?? error.id}:${error.loc.line}` : (error.id ?? '');
    const details = [error.message, place, error.frame].filter(Boolean).join('\n');
    throw new StartFailure(`${what} could not be built.`, 'Correct what is named above; the rest is fine.', details);
  }
};

/** ES modules, split at each `import()`: the prompt's code is fetched when a prompt is due, as in a customer's bundle. */
export const bundleHelpdesk = ({ minified = true } = {}) =>
  bundle('The help desk', {
    input: { app: 'examples/helpdesk/app/main.tsx' },
    plugins: [
      typescript(),
      unpackedScorelet,
      resolve({ browser: true, extensions: ['.mjs', '.js'] }),
      minified && minify,
    ],
    output: {
      dir: HELPDESK_DIR,
      format: 'es',
      entryFileNames: 'assets/[name].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      sourcemap: true,
    },
  });

/** The packages stay outside: Node finds them itself. */
export const bundleSites = () =>
  bundle('The demo sites', {
    input: { sites: 'examples/start/sites.ts' },
    external: [/^node:/, /^hono/, /^@hono\//],
    plugins: [typescript()],
    output: { dir: path.dirname(SITES_FILE), format: 'es', entryFileNames: '[name].mjs', sourcemap: true },
  });

/**
 * Imports a built file; another build of it is another module.
 * @param {string} file
 * @param {string | number} version
 */
export const importBuilt = (file, version) => import(`${pathToFileURL(path.resolve(file)).href}?v=${version}`);
