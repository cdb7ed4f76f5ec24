import { readFileSync } from 'node:fs';
import path from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { type Plugin, rollup } from 'rollup';
import { minify } from 'terser';

/** The `bundle` field in the manifest of a floor (a reference prompt). Without `format` the bundle is a classic script. */
export interface FloorBundle {
  entry: string | string[];
  format?: 'esm';
}

/** Imports a stylesheet as its text. */
const cssText: Plugin = {
  name: 'css-text',
  load: (id) => (id.endsWith('.css') ? `export default ${JSON.stringify(readFileSync(id, 'utf8').trim())};` : null),
};

const terserPlugin = (module: boolean): Plugin => ({
  name: 'terser',
  async renderChunk(code) {
    const { code: minified } = await minify(code, { module, ecma: 2020, compress: { passes: 2 } });
    if (minified === undefined) throw new Error('terser returned no code.');
    return { code: minified, map: null };
  },
});

/** Bundles a floor in memory, with the published Preact. Returns the code of each file by its name. */
export const bundleFloor = async (folder: string, { entry, format }: FloorBundle): Promise<Map<string, string>> => {
  const module = format === 'esm';
  const bundle = await rollup({
    input: [entry].flat().map((name) => path.resolve(folder, name)),
    plugins: [cssText, nodeResolve({ browser: true }), terserPlugin(module)],
  });
  const { output } = await bundle.generate({ format: module ? 'es' : 'iife', entryFileNames: '[name].js' });
  await bundle.close();
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])));
};
