/** Measures what a page with scorelet from npm downloads for a popover, bundled by esbuild and by Vite with all dependencies. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild-wasm';
import { build as viteBuild } from 'vite';

const METRICS = ['nps', 'csat', 'ces'];
/** An export that only the chunk of the prompt has. A popover in English fetches no other chunk. */
const FETCHED = 'mountPrompt';

const toSource = (metric) =>
  `import { createScorelet } from ${JSON.stringify(path.resolve('dist/npm/index.js'))};
createScorelet({ collector: '/collect', brand: 'Acme', surveys: [{ id: 'a', metric: '${metric}' }] });`;

/** `chunks`: `{ file, code, imports, exports, isEntry }`. Returns the code of the entry alone, and with the fetched chunk. */
const toDownloads = (chunks) => {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const withImports = (chunk, seen = new Set()) => {
    if (!chunk || seen.has(chunk)) return seen;
    seen.add(chunk);
    for (const file of chunk.imports) withImports(byFile.get(file), seen);
    return seen;
  };
  const entry = chunks.find(({ isEntry }) => isEntry);
  const fetched = chunks.find(({ exports }) => exports.includes(FETCHED));
  if (!fetched) throw new Error(`No chunk exports ${FETCHED}`);
  const initial = withImports(entry);
  const all = new Set([...initial, ...withImports(fetched)]);
  const codesOf = (set) => [...set].map(({ code }) => code);
  return { initial: codesOf(initial), all: codesOf(all) };
};

const withEsbuild = async (file) => {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    nodePaths: ['node_modules'],
    logLevel: 'error',
  });
  const entry = path.basename(file).replace('.mjs', '.js');
  return Object.entries(metafile.outputs).map(([output, { imports, exports }]) => ({
    file: path.basename(output),
    code: outputFiles.find((each) => each.path.endsWith(path.basename(output))).text,
    imports: imports.filter(({ kind }) => kind === 'import-statement').map((each) => path.basename(each.path)),
    exports,
    isEntry: path.basename(output) === entry,
  }));
};

const withVite = async (file) => {
  const { output } = await viteBuild({
    root: path.dirname(file),
    logLevel: 'error',
    build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: file } },
    resolve: { alias: { preact: path.resolve('node_modules/preact'), zod: path.resolve('node_modules/zod') } },
  });
  return output
    .filter(({ type }) => type === 'chunk')
    .map((chunk) => ({
      file: chunk.fileName,
      code: chunk.code,
      imports: chunk.imports,
      exports: chunk.exports,
      isEntry: chunk.isEntry,
    }));
};

/** Resolves `{ bundler, metric, initial, all }` for each bundler and metric: the code that a page downloads. */
export const measureNpm = async () => {
  // Not in dist/, which other checks read at the same time.
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync(path.join('.build', 'consumer-'));
  try {
    const rows = [];
    for (const metric of METRICS) {
      const file = path.resolve(folder, `${metric}.mjs`);
      writeFileSync(file, toSource(metric));
      for (const [bundler, bundle] of [
        ['esbuild', withEsbuild],
        ['Vite', withVite],
      ]) {
        rows.push({ bundler, metric, ...toDownloads(await bundle(file)) });
      }
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
