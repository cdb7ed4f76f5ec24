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

export const npm = {
  plugins: [typescript(), css()],
  onwarn,
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

/** Old codes of a language, and scripts and regions that mean the same language, by the name of the locale's file. */
const OTHER_NAMES = {
  he: ['iw'],
  id: ['in'],
  nb: ['nn', 'no'],
  'zh-TW': ['zh-hant', 'zh-hk', 'zh-mo'],
};
/** The language alone, where the file is named after a region. */
const MAIN_NAMES = { 'pt-BR': 'pt', 'zh-CN': 'zh' };
/** A chunk for each name of a locale, so that the first file needs no table of names that mean the same. */
const locales = Object.fromEntries(
  readdirSync('src/locales')
    .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
    .flatMap((file) => {
      const tag = path.basename(file, '.ts');
      const names = [MAIN_NAMES[tag] ?? tag.toLowerCase(), ...(OTHER_NAMES[tag] ?? [])];
      return names.map((name) => [name, `src/locales/${file}`]);
    }),
);

/** Chunks that share no code with another: a shared file would be one more request in sequence. */
const alone = {
  check: 'src/check/wholeCheck.ts',
  explanation: 'src/schema/explanation.ts',
  governance: 'src/governance/governance.ts',
  palettes: 'widgets/palettes.ts',
  anchored: 'widgets/anchored/index.ts',
  own: 'src/locales/ownLocale.ts',
  'governance-extras': 'src/governance/more/governanceExtras.ts',
  ...locales,
};

/** Keeps every module of the prompt in the prompt's file; code that two files share would otherwise become a third. */
const keepPromptWhole = (id, { getModuleInfo }) => {
  const isPartOf = (entry, seen = new Set()) =>
    entry === id ||
    getModuleInfo(entry).importedIds.some((next) => !seen.has(next) && seen.add(next) && isPartOf(next, seen));
  return isPartOf('virtual:prompt') ? 'prompt' : undefined;
};

export const chunks = [
  ...Object.entries(alone).map(([name, input]) => ({
    plugins,
    onwarn,
    input: { [name]: input },
    output: { ...output, format: 'es' },
  })),
  // Extras and panel import what they share with the prompt, Preact first of all, from the prompt's file.
  {
    plugins,
    onwarn,
    input: { prompt: 'virtual:prompt', extras: 'virtual:extras', debug: 'virtual:debug' },
    preserveEntrySignatures: 'allow-extension',
    output: { ...output, format: 'es', manualChunks: keepPromptWhole },
  },
];

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

export default [npm, ...chunks, loader, single];
