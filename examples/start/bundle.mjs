/** Bundles the demo: the help desk for browsers, and the servers of both sites for Node. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify } from '../../test/tools/rollupMinify.mjs';
import { typescript } from '../../test/tools/rollupTypescript.mjs';
import { StartFailure } from './console.mjs';

export const HELPDESK_DIR = '.demo/helpdesk';
export const SITES_FILE = '.demo/sites/sites.mjs';

/** Resolves `scorelet` to the unpacked tarball. Other packages resolve as in Node. */
const unpackedScorelet = {
  name: 'unpacked-scorelet',
  async resolveId(id, importer, options) {
    if (!/^scorelet($|\/)/.test(id) || importer?.includes('.demo')) return null;
    return this.resolve(id, path.resolve('.demo/importer.js'), options);
  },
};

/** Treats every warning about this repository's modules as an error. Ignores warnings about packages. */
const onwarn = (warning) => {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(warning.message);
};

/**
 * Runs a rollup build. Throws a StartFailure that names `what`, the error and its place in the source.
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
    throw new StartFailure(`${what} could not be built.`, 'Fix the error above.', details);
  }
};

/** Bundles the help desk as ES modules with a chunk for each `import()`. The prompt's code loads only when a prompt is due. */
export const bundleHelpdesk = ({ minified = true } = {}) =>
  bundle('The help desk', {
    input: { app: 'examples/helpdesk/app/main.tsx' },
    plugins: [
      typescript(),
      unpackedScorelet,
      resolve({ browser: true, extensions: ['.mjs', '.js'] }),
      minified && minify(),
    ],
    output: {
      dir: HELPDESK_DIR,
      format: 'es',
      entryFileNames: 'assets/[name].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      sourcemap: true,
    },
  });

/** Bundles the servers of both sites. Packages are external; Node imports them itself. */
export const bundleSites = () =>
  bundle('The demo sites', {
    input: { sites: 'examples/start/sites.ts' },
    external: [/^node:/, /^hono/, /^@hono\//],
    plugins: [typescript()],
    output: { dir: path.dirname(SITES_FILE), format: 'es', entryFileNames: '[name].mjs', sourcemap: true },
  });

/**
 * Imports a built file. A new version imports the file again instead of the cached module.
 * @param {string} file
 * @param {string | number} version
 */
export const importBuilt = (file, version) => import(`${pathToFileURL(path.resolve(file)).href}?v=${version}`);
