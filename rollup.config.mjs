/**
 * Builds the same sources in three ways. npm: ES modules; the consumer's bundler provides the dependencies. CDN: a classic script that
 * imports chunks with hashed names. CDN single file: everything in one script. The sources are the same in every build; the builds differ
 * only in what they import.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { css } from './test/tools/rollupCss.mjs';
import { compress, minify } from './test/tools/rollupMinify.mjs';
import { typescript } from './test/tools/rollupTypescript.mjs';
import { virtualEntries } from './test/tools/rollupVirtualEntries.mjs';

/**
 * Computes the build id of a release. The same sources, tools and dependencies give the same id. All chunks have this id in their names, so
 * the first file stores only one id.
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

/** Turns every Rollup warning about our own modules into an error. */
const onwarn = (warning) => {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(warning.message);
};

/** The Rollup plugins of every CDN build, in the order in which they run. */
const plugins = [
  virtualEntries(),
  typescript(),
  css(),
  resolve({ browser: true }),
  compress({ inline: true }),
  minify(['loader', 'prompt', 'governance']),
];

/**
 * Source maps are published next to the files. The files have no sourceMappingURL comment, because every visitor would download it.
 * Namespace objects are not frozen and have no `Symbol.toStringTag`, because no other code sees them.
 */
const output = {
  dir: 'dist/cdn',
  entryFileNames: `scorelet-[name]-${BUILD}.js`,
  sourcemap: 'hidden',
  freeze: false,
  generatedCode: { preset: 'es2015', symbols: false },
};

/** The locale files by the names that they have on the CDN. A language code without a region stands for the main region of the language. */
const MAIN_NAMES = { 'pt-BR': 'pt', 'zh-CN': 'zh' };
const locales = Object.fromEntries(
  readdirSync('src/locales')
    .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
    .map((file) => {
      const tag = path.basename(file, '.ts');
      return [MAIN_NAMES[tag] ?? tag.toLowerCase(), `src/locales/${file}`];
    }),
);
/**
 * Aliases of locales: old language codes, and writing systems or regions that use the same locale. Each alias gets its own file, so that
 * the first file needs no table of aliases.
 */
const sameLocales = Object.fromEntries(
  Object.entries({ he: ['iw'], id: ['in'], nb: ['nn', 'no'], 'zh-tw': ['zh-hant', 'zh-hk', 'zh-mo'] }).flatMap(
    ([name, others]) => others.map((other) => [other, locales[name]]),
  ),
);

/** Chunks that must not share code with other chunks, because a shared file would cost one more request in sequence. */
const alone = {
  check: 'src/chunks/check.ts',
  explanation: 'src/schema/explanation.ts',
  governance: 'src/chunks/governance.ts',
  palettes: 'widgets/palettes.ts',
  rare: 'src/loader/rareTag.ts',
  anchored: 'widgets/anchored/index.ts',
  own: 'src/locales/ownLocale.ts',
  'governance-extras': 'src/governance/more/governanceExtras.ts',
  ...locales,
};

/**
 * Entry files that combine modules of several folders of `src`. They share code, above all Preact, so the files of each group are built
 * together.
 */
const composed = {
  prompt: 'src/chunks/prompt.ts',
  extras: 'src/chunks/extras.ts',
  debug: 'src/chunks/debug.ts',
};
const headless = { headless: 'src/chunks/headless.ts', 'headless-extras': 'src/chunks/headlessExtras.ts' };

/**
 * Puts every module of a group's first entry into the file of that entry, and the other files import it from there. Otherwise, Rollup would
 * move code that two files share into a third file.
 */
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

/** The Rollup builds of the chunks: one build for each independent entry, and one for each group of entries. */
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

/** The classic scripts have no `'use strict'`, to save bytes. The sources are modules, which TypeScript checks by the rules of strict mode. */
const classic = { ...output, format: 'iife', strict: false, inlineDynamicImports: false };

export const loader = {
  plugins,
  onwarn,
  input: { loader: `virtual:loader?build=${BUILD}` },
  output: { ...classic, entryFileNames: 'scorelet.js' },
};

export const single = {
  plugins,
  onwarn,
  input: { single: `virtual:single?build=${BUILD}` },
  output: { ...classic, entryFileNames: 'scorelet.single.js' },
};

/** The npm build leaves dependencies, and the names of variables, to the consumer's bundler. */
const forNpm = { plugins: [typescript(), css()], external: [/^preact/, /^zod/, /^@floating-ui/, /^node:/] };
/** The plugins of those npm files that a page loads. */
const forPages = [...forNpm.plugins, compress({ inline: false })];
const npmOutput = { dir: 'dist/npm', format: 'es', sourcemap: true };

/**
 * The entry of the npm package and the files that it imports on demand. The split is the same as for the CDN chunks, so that a page
 * downloads the same code.
 */
const npmChunks = toChunkBuilds(
  { ...forNpm, plugins: forPages, output: { ...npmOutput, dir: 'dist/npm/chunks', entryFileNames: '[name].js' } },
  // The npm package has no script tag.
  { ...alone, rare: 'src/chunks/rare.ts', ...composed, ...headless },
  [],
);
/** The chunk with the import functions of all locales. */
const localeList = { locales: 'src/locales/fetchLocale.ts' };
/** The chunk names by the absolute paths of their entry files. */
const chunkNames = new Map(
  [...npmChunks.map(({ input }) => input), localeList].flatMap((input) =>
    Object.entries(input).map(([name, file]) => [path.resolve(file), name]),
  ),
);
/** Writes imports of chunks as paths relative to the importing file. */
const toChunk = (folder) => (id) => (chunkNames.has(id) ? `${folder}/${chunkNames.get(id)}.js` : id);
const npmLocales = {
  ...forNpm,
  plugins: forPages,
  onwarn,
  input: localeList,
  external: [...forNpm.external, ...chunkNames.keys()].filter((id) => id !== path.resolve(localeList.locales)),
  output: { ...npmOutput, dir: 'dist/npm/chunks', entryFileNames: '[name].js', paths: toChunk('.') },
};
const npmIndex = {
  ...forNpm,
  plugins: forPages,
  onwarn,
  input: 'src/index.ts',
  external: [...forNpm.external, ...chunkNames.keys()],
  output: { ...npmOutput, paths: toChunk('./chunks') },
};

/** The entry points of the package that no page loads. None of their files is fetched separately. */
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

export const npm = [npmIndex, ...npmChunks, npmLocales, npmOthers];

export default [...npm, ...chunks, loader, single];
