import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild-wasm';
import { type OutputOptions, type Plugin, rollup } from 'rollup';
import { typescript } from '../tools/rollupTypescript.mjs';

/** Bundles the source text of an entry module into one classic script. */
const bundle = async (entry: string, plugin: Plugin, options: OutputOptions = {}): Promise<string> => {
  const made = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === 'entry' ? '\0entry' : undefined),
        load: (id: string) => (id === '\0entry' ? entry : undefined),
      },
      plugin,
    ],
    onwarn: () => {},
  });
  const { output } = await made.generate({ format: 'iife', inlineDynamicImports: true, ...options });
  await made.close();
  return output[0].code;
};

/** Bundles an entry module that imports files of this repository from source, without minifying. Returns one classic script. */
export const bundleSources = (entry: string): Promise<string> => bundle(entry, typescript() as Plugin);

/** Bundles the npm build into one classic script, like a developer's bundler. The script sets `window.createScorelet`. */
export const bundleNpm = (): Promise<string> =>
  bundle(
    `export { createScorelet } from ${JSON.stringify(path.resolve('dist/npm/index.js'))};`,
    resolve({ browser: true }),
    { name: 'window', extend: true },
  );

/** Bundles the source text of an entry module for a page, like a developer's esbuild: minified chunks, by file name. The entry is `entry.js`. */
export const bundleForPage = async (entry: string): Promise<Record<string, string>> => {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: entry, resolveDir: process.cwd(), sourcefile: 'entry.js' },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    entryNames: 'entry',
    tsconfigRaw: {},
    logLevel: 'error',
  });
  return Object.fromEntries(outputFiles.map((file) => [path.basename(file.path), file.text]));
};
