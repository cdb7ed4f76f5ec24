/**
 * Four builds: npm (ES modules, dependencies left to the consumer's bundler), the CDN's chunks (ES modules with hashed names),
 * the CDN's first file (a classic script that imports those chunks by absolute address), and everything in one classic script.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { cutting } from './test/tools/cuts/cutting.mjs';
import { FIRST_CUTS } from './test/tools/cuts/firstFile.mjs';
import { MARKUP_ONLY } from './test/tools/cuts/markupOnly.mjs';
import { ONE_FILE_CUTS, ONE_FILE_FETCHES } from './test/tools/cuts/oneFile.mjs';
import { PLAIN_CUTS } from './test/tools/cuts/plain.mjs';
import { readTables } from './test/tools/readTables.mjs';
import { css } from './test/tools/rollupCss.mjs';
import { minify } from './test/tools/rollupMinify.mjs';
import { smallPreact } from './test/tools/rollupPreact.mjs';
import { typescript } from './test/tools/rollupTypescript.mjs';

/**
 * Names this build: the same sources, tools and dependencies, the same name. One for all chunks, because each name of its own
 * would be bytes in the first file that no compression takes away.
 */
const BUILD = (() => {
  const hash = createHash('sha256');
  for (const folder of ['src', 'widgets', 'themes', 'test/tools']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = path.join(folder, name);
      if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
    }
  }
  for (const file of ['rollup.config.mjs', 'package-lock.json']) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
})();

/** Every warning about our own modules is an error. */
const onwarn = (warning) => {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(warning.message);
};

const markupOnly = { name: 'markup-only', transform: cutting(MARKUP_ONLY) };

/**
 * Source maps are published beside the files; a comment in each would be sent to every visitor. The namespaces of what is
 * imported are read once and given to nobody: they need no freezing. Our modules pass as strict code and need no directive.
 */
const published = {
  sourcemap: 'hidden',
  freeze: false,
  strict: false,
  generatedCode: { preset: 'es2015', symbols: false },
};

const shared = { plugins: [typescript(), css()], onwarn };
const bundled = { plugins: [smallPreact(), ...shared.plugins, markupOnly, resolve({ browser: true })], onwarn };

export const npm = {
  ...shared,
  input: {
    index: 'src/index.ts',
    core: 'src/core/index.ts',
    schema: 'src/schema/index.ts',
    score: 'src/score/index.ts',
    collector: 'src/collector/index.ts',
    testing: 'src/testing/index.ts',
    cli: 'src/cli/cli.ts',
  },
  external: [/^preact/, /^zod/, /^@floating-ui/, /^node:/],
  output: { dir: 'dist/npm', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', sourcemap: true },
};

/**
 * What the first file imports where its source imports the display: session and prompt are needed together, so they are one
 * request. There are two: one for a scale with a comment, and one for everything.
 */
const PROMPT = '\0prompt';
const FULL = '\0full';
/** The panel, and the words it shows, which `explain()` says too. */
const DEBUG = '\0debug';
const importsFrom = (file) => `from ${JSON.stringify(path.resolve(file))};`;
const ENTRIES = {
  [PROMPT]: `import { createDisplays as create } ${importsFrom('src/display/displays.ts')}
import { mountPrompt as present } ${importsFrom('widgets/index.ts')}
export const createDisplays = (environment) => create({ ...environment, present });`,
  [FULL]: `import { createDisplays as create } ${importsFrom('src/display/displays.ts')}
import { mountPrompt } ${importsFrom('widgets/index.ts')}
import { extras } ${importsFrom('widgets/more/index.ts')}
const present = (session, options) => mountPrompt(session, options, extras);
export const createDisplays = (environment) => create({ ...environment, present });`,
  [DEBUG]: `export { toExplanations } ${importsFrom('src/governance/explanations.ts')}
export { togglePanel } ${importsFrom('widgets/debug/index.ts')}`,
};
const promptEntry = {
  name: 'prompt-entry',
  resolveId: (id, importer) =>
    ENTRIES[id] ? id : id.endsWith('/display.ts') && importer?.endsWith('/client.ts') ? FULL : undefined,
  load: (id) => ENTRIES[id],
};
const plain = {
  name: 'plain',
  load: (id) =>
    id === path.resolve('src/core/session/more.ts') ? 'export const MORE = false, EVERYTHING = false;' : undefined,
  transform: cutting(PLAIN_CUTS),
};

/** Languages that go by more names than that of their file, as `src/locales/spoken.ts` finds them. */
const OTHER_NAMES = {
  he: ['iw'],
  id: ['in'],
  nb: ['nn', 'no'],
  'zh-TW': ['zh-hant', 'zh-hk', 'zh-mo'],
};
/** The language itself, where the files are for regions. */
const MAIN_NAMES = { 'pt-BR': 'pt', 'zh-CN': 'zh' };
/** A chunk for each name of a language: the first file need not know that two are the same. */
const LOCALES = Object.fromEntries(
  readdirSync('src/locales')
    .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
    .flatMap((file) => {
      const tag = file.slice(0, -3);
      return [MAIN_NAMES[tag] ?? tag.toLowerCase(), ...(OTHER_NAMES[tag] ?? [])].map((name) => [
        name,
        `src/locales/${file}`,
      ]);
    }),
);

/** Resolves some modules to others. */
const taking = (instead) => (id, importer) => {
  if (!importer || !id.startsWith('.')) return undefined;
  const file = path.relative('.', path.resolve(path.dirname(importer), id));
  return instead[file] && path.resolve(instead[file]);
};
/** Chunks that check look at everything. */
const WHOLE = { 'src/check/table.ts': 'src/check/wholeTable.ts' };
const whole = { name: 'whole', resolveId: taking(WHOLE) };

const CHUNK_OF = {
  'src/check/isSound.ts': 'sound',
  'src/governance/governance.ts': 'governance',
  'src/governance/explanations.ts': 'debug',
  'widgets/debug/index.ts': 'debug',
  'widgets/anchored/index.ts': 'anchored',
  'widgets/palettes.ts': 'palettes',
  'src/schema/explanation.ts': 'explanation',
  'src/locales/ownLocale.ts': 'own',
};

/** A chunk that fetches another asks for it beside itself. */
const siblings = {
  name: 'siblings',
  resolveDynamicImport(specifier, importer) {
    const name = CHUNK_OF[path.relative('.', path.resolve(path.dirname(importer), specifier))];
    return name && { id: `./scorelet-${name}-${BUILD}.js`, external: true };
  },
};

/** Each by itself: code shared between two of them would be a third file, and one more request in sequence. */
export const chunks = Object.entries({
  prompt: PROMPT,
  full: FULL,
  anchored: 'widgets/anchored/index.ts',
  palettes: 'widgets/palettes.ts',
  sound: 'src/check/isSound.ts',
  governance: 'src/governance/governance.ts',
  debug: DEBUG,
  explanation: 'src/schema/explanation.ts',
  own: 'src/locales/ownLocale.ts',
  ...LOCALES,
}).map(([name, input]) => ({
  ...bundled,
  plugins: LOCALES[name]
    ? [typescript(), minify()]
    : // Prompt, outbox and first file say things to each other that nobody else hears.
      [
        whole,
        promptEntry,
        ...bundled.plugins,
        name === 'prompt' && plain,
        siblings,
        minify({
          ...(/prompt|full|governance|debug/.test(name) ? { properties: true, shared: 'cdn' } : {}),
          // What gzip likes best in the prompts; less inlining is more repetition.
          ...(/prompt|full/.test(name) ? { compress: { passes: 2, inline: 1, keep_fargs: false } } : {}),
        }),
      ],
  input: { [name]: input },
  output: { ...published, dir: 'dist/cdn', format: 'es', entryFileNames: `scorelet-[name]-${BUILD}.js` },
}));

/** Points each `import()` of the first file at its chunk, absolute: a relative one resolves against the page in some frames. */
const importChunks = {
  name: 'import-chunks',
  // All chunks have the same hash: the name of a language is all there is to know of its chunk.
  load: (id) =>
    id === path.resolve('src/locales/fetchLocale.ts') ? 'export const fetchLocale = importChunk;' : undefined,
  transform: (code, id) =>
    id === path.resolve('src/client/createScorelet.ts')
      ? {
          code: code.replace(/import\(['"]\.\/display\.ts['"]\)/, "importChunk(plain ? 'prompt' : 'full')"),
          map: null,
        }
      : undefined,
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const module = path.relative('.', path.resolve(path.dirname(importer), specifier));
    const name = CHUNK_OF[module];
    if (!name) throw new Error(`${module} has no chunk: name it in rollup.config.mjs`);
    return { id: name, external: true };
  },
  renderDynamicImport: () => ({ left: 'importChunk(', right: ')' }),
};

const first = { name: 'first', transform: cutting(FIRST_CUTS) };

export const loader = {
  ...bundled,
  plugins: [
    importChunks,
    ...bundled.plugins,
    first,
    minify({ properties: true, shared: 'cdn', compress: { collapse_vars: false } }),
  ],
  input: 'src/loader/index.ts',
  output: {
    file: 'dist/cdn/scorelet.js',
    ...published,
    format: 'iife',
    intro: `const scriptUrl=document.currentScript?.src||location.href,importChunk=(name)=>import(new URL('scorelet-'+name+'-${BUILD}.js',scriptUrl));`,
  },
};

/**
 * The one file has no second one to fetch from: its errors come from the fast check's table, it speaks English, and what is large
 * and has another way is not in it. An anchored prompt stands in its corner, palettes are CSS files.
 */
const ONE_FILE_TABLE = 'src/check/oneFileTable.ts';
const INSTEAD = {
  'src/check/table.ts': ONE_FILE_TABLE,
  'src/check/wholeTable.ts': ONE_FILE_TABLE,
  'src/schema/explanation.ts': 'src/check/explanation.ts',
  'src/locales/spoken.ts': 'src/locales/singleFile.ts',
  'src/locales/fetchLocale.ts': 'src/locales/singleFile.ts',
};
const STUBS = {
  'src/core/session/more.ts': 'export const MORE = true, EVERYTHING = false;',
  'widgets/more/everything.css': '',
  // There is one prompt, and nothing to save by not looking.
  'src/check/needs.ts': 'export const hasInside = () => true, isPlain = () => false, isGoverned = () => false;',
  'widgets/anchored/index.ts': 'export const place = void 0;',
  'widgets/palettes.ts': 'export const toStyles = () => void 0;',
};
const inOneFile = {
  name: 'in-one-file',
  transform: cutting(ONE_FILE_CUTS),
  resolveId: taking(INSTEAD),
  load: async (id) => {
    const file = path.relative('.', id);
    return file === ONE_FILE_TABLE ? (await readTables()).oneFileTable : STUBS[file];
  },
};

export const single = {
  ...bundled,
  plugins: [
    inOneFile,
    promptEntry,
    ...bundled.plugins,
    { name: 'fetching-nothing', transform: cutting(ONE_FILE_FETCHES) },
    minify({ properties: true, compress: { passes: 2, inline: 1, keep_fargs: false } }),
  ],
  input: 'src/loader/index.ts',
  output: { ...published, file: 'dist/cdn/scorelet.single.js', format: 'iife', inlineDynamicImports: true },
};

export default [npm, ...chunks, single];
