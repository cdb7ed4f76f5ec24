/** Builds the collector and the results page into `.demo/`. The collector imports its packages from `node_modules`; the page contains its packages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { transform } from 'lightningcss';
import { minify } from '../../test/tools/rollupMinify.mjs';
import { typescript } from '../../test/tools/rollupTypescript.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Imports `file?raw` as text. Vite does the same in the tests. */
const raw = () => ({
  name: 'raw',
  async load(id) {
    if (!id.endsWith('?raw')) return null;
    const file = id.slice(0, -'?raw'.length);
    this.addWatchFile(file);
    return `export default ${JSON.stringify(await readFile(file, 'utf8'))};`;
  },
  resolveId: (id, importer) => (id.endsWith('?raw') ? `${path.resolve(path.dirname(importer), id)}` : null),
});

/** Copies files next to the bundle and minifies style sheets. */
const files = (sources) => ({
  name: 'files',
  async generateBundle() {
    for (const [fileName, file] of Object.entries(sources)) {
      const code = await readFile(file);
      const source = fileName.endsWith('.css') ? transform({ filename: file, code, minify: true }).code : code;
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
  buildStart() {
    for (const file of Object.values(sources)) this.addWatchFile(file);
  },
});

/** Treats every warning about this repository's modules as an error. */
const onwarn = (warning) => {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(warning.message);
};

export const collector = {
  input: at('server.ts'),
  external: (id) => !/^[./]/.test(id),
  plugins: [raw(), typescript()],
  onwarn,
  output: { file: at('../../.demo/collector/server.mjs'), format: 'es', sourcemap: true },
};

export const results = {
  input: at('../results/main.tsx'),
  plugins: [
    typescript(),
    resolve({ browser: true }),
    minify(),
    files({
      'index.html': at('../results/index.html'),
      'results.css': at('../results/results.css'),
      'uplot.css': at('../../node_modules/uplot/dist/uPlot.min.css'),
    }),
  ],
  onwarn,
  output: { file: at('../../.demo/results/results.js'), format: 'es', sourcemap: true },
};

export default [collector, results];
