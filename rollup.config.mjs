/**
 * Three builds of the same sources: npm (ES modules; the consumer's bundler brings the dependencies), the CDN (a classic script that
 * imports chunks with hashed names), and the CDN's single file. Sources compile as they stand; builds differ in what they import.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { css } from './test/tools/rollupCss.mjs';
import { minify } from './test/tools/rollupMinify.mjs';
import { typescript } from './test/tools/rollupTypescript.mjs';
import { virtualEntries } from './test/tools/rollupVirtualEntries.mjs';

/** Names a release: the same sources, tools and dependencies, the same name. All chunks share it, so the first file carries one name. */
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

/** The plugins of every CDN build, in this order. */
const plugins = [virtualEntries(), typescript(), css(), resolve({ browser: true }), minify()];

/**
 * Source maps are published beside the files; a comment in each would be sent to every visitor. Nobody else sees the namespaces of
 * what is imported, so they need no freezing.
 */
const output = {
  dir: 'dist/cdn',
  entryFileNames: `scorelet-[name]-${BUILD}.js`,
  sourcemap: 'hidden',
  freeze: false,
  generatedCode: 'es2015',
};

/** The locales by the names of their files: the language alone stands for its main region. */
const MAIN_NAMES = { 'pt-BR': 'pt', 'zh-CN': 'zh' };
const locales = Object.fromEntries(
  readdirSync('src/locales')
    .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
    .map((file) => {
      const tag = path.basename(file, '.ts');
      return [MAIN_NAMES[tag] ?? tag.toLowerCase(), `src/locales/${file}`];
    }),
);
/** Old codes of a language, and scripts and regions that mean the same. Each has a file, so the first file needs no table of them. */
const sameLocales = Object.fromEntries(
  Object.entries({ he: ['iw'], id: ['in'], nb: ['nn', 'no'], 'zh-tw': ['zh-hant', 'zh-hk', 'zh-mo'] }).flatMap(
    ([name, others]) => others.map((other) => [other, locales[name]]),
  ),
);

/** Chunks that share no code with another: a shared file would be one more request in sequence. */
const alone = {
  check: 'src/chunks/check.ts',
  explanation: 'src/schema/explanation.ts',
  governance: 'src/chunks/governance.ts',
  palettes: 'widgets/palettes.ts',
  anchored: 'widgets/anchored/index.ts',
  own: 'src/locales/ownLocale.ts',
  'governance-extras': 'src/governance/more/governanceExtras.ts',
  ...locales,
};

/** Entries that compose a file out of several rooms. They share code, Preact first of all, so each group is one build. */
const composed = {
  prompt: 'src/chunks/prompt.ts',
  extras: 'src/chunks/extras.ts',
  debug: 'src/chunks/debug.ts',
};
const headless = { headless: 'src/chunks/headless.ts', 'headless-extras': 'src/chunks/headlessExtras.ts' };

/** Keeps every module of the first entry in its file, where the others import it; code that two files share would become a third. */
const keepFirstWhole = (input) => {
  const [[first, entry]] = Object.entries(input);
  const entryId = path.resolve(entry);
  return (id, { getModuleInfo }) => {
    const isPartOf = (start, seen = new Set()) =>
      start === id ||
      getModuleInfo(start).importedIds.some((next) => !seen.has(next) && seen.add(next) && isPartOf(next, seen));
    return isPartOf(entryId) ? first : undefined;
  };
};

/** The builds of chunks: one for each entry, and one for each group. */
const toChunkBuilds = ({ output, ...common }, entries, groups) => [
  ...Object.entries(entries).map(([name, input]) => ({
    ...common,
    onwarn,
    input: { [name]: input },
    output,
  })),
  ...groups.map((input) => ({
    ...common,
    onwarn,
    input,
    preserveEntrySignatures: 'allow-extension',
    output: { ...output, manualChunks: keepFirstWhole(input) },
  })),
];

export const chunks = toChunkBuilds({ plugins, output: { ...output, format: 'es' } }, { ...alone, ...sameLocales }, [
  composed,
]);

const classic = { ...output, dir: undefined, format: 'iife', inlineDynamicImports: false };

export const loader = {
  plugins,
  onwarn,
  input: `virtual:loader?build=${BUILD}`,
  output: { ...classic, file: 'dist/cdn/scorelet.js' },
};

export const single = {
  plugins,
  onwarn,
  input: `virtual:single?build=${BUILD}`,
  output: { ...classic, file: 'dist/cdn/scorelet.single.js' },
};

/** The consumer's bundler brings the dependencies and minifies. */
const forNpm = { plugins: [typescript(), css()], external: [/^preact/, /^zod/, /^@floating-ui/, /^node:/] };
const npmOutput = { dir: 'dist/npm', format: 'es', sourcemap: true };

/** The package's entry with the files that it fetches: the same chunks as the CDN's, so that a page downloads the same. */
const npmChunks = toChunkBuilds(
  { ...forNpm, output: { ...npmOutput, dir: 'dist/npm/chunks', entryFileNames: '[name].js' } },
  { ...alone, ...composed, ...headless },
  [],
);
/** The names of the chunks by the absolute paths of their entries. */
const chunkNames = new Map(
  npmChunks.flatMap(({ input }) => Object.entries(input).map(([name, file]) => [path.resolve(file), name])),
);
const npmIndex = {
  ...forNpm,
  onwarn,
  input: 'src/index.ts',
  external: [...forNpm.external, ...chunkNames.keys()],
  output: { ...npmOutput, paths: (id) => (chunkNames.has(id) ? `./chunks/${chunkNames.get(id)}.js` : id) },
};

/** What a page does not load: no file of it is fetched on its own. */
const npmOthers = {
  ...forNpm,
  onwarn,
  input: {
    core: 'src/core/index.ts',
    schema: 'src/schema/index.ts',
    score: 'src/score/index.ts',
    collector: 'src/collector/index.ts',
    testing: 'src/testing/index.ts',
    cli: 'src/cli/cli.ts',
  },
  output: { ...npmOutput, chunkFileNames: 'shared/[name].js' },
};

export const npm = [npmIndex, ...npmChunks, npmOthers];

export default [...npm, ...chunks, loader, single];
