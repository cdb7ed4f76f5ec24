/**
 * Four builds: npm (ES modules, dependencies left to the consumer's bundler), the CDN's chunks (ES modules with hashed names),
 * the CDN's first file (a classic script that imports those chunks by absolute address), and everything in one classic script.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
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

/**
 * A script tag has no functions to give, a document, and a definition that is JSON: what only others could reach is left out
 * of its builds. Each cut must still match, or the build fails.
 */
const MARKUP_ONLY = {
  'src/client.ts': [
    [/options\.present \?\? import\(.*/, '(void 0),'],
    ['toData(options)', 'options'],
    [/typeof document === ['"]object['"]/, 'true'],
    [/\boptions\.(onError|now)\b/g, '(void 0)'],
    // Nobody is told codes and causes there: the console gets the message.
    [/\(code, message, more\)/, '(message)'],
    [/\breport\(\s*(what === [^,]*|['"]\w+['"]),/g, 'report('],
    [/,\s*\{ (cause|issues) \}\)/g, ')'],
    // They come with the prompt, or are functions.
    [/\boptions,\s+present,/, ''],
  ],
  'src/display.ts': [
    [/\boptions\.present\b/g, '(void 0)'],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
  ],
  'src/delivery.ts': [
    [/options\.transport \?\?/, ''],
    ['...toDeliveryHooks(options, report)', ''],
  ],
  'src/recorder.ts': [[/\boptions\.(present|beforeSend)\b/g, '(void 0)']],
  // The prompt draws what it can be answered with: no score comes from elsewhere.
  'src/core/session.ts': [
    [/const question = survey\.questions\.find\(\(each\) => each\.id === id && each\.type !== ['"]text['"]\);/, ''],
    [/const issue = question \? checkAnswer\(question, score\) : ['"]not_a_score['"];/, 'const issue = void 0;'],
    [/!!question && question\.type !== ['"]text['"] &&/, ''],
    [/inputMode = ['"]api['"]\)/g, 'inputMode)'],
  ],
  'src/core/checkAnswer.ts': [
    [/if \(question\.type !== ['"]text['"]\) \{[^}]*\}/, 'if (question.type !== "text") return void 0;'],
  ],
  'src/core/toEvent.ts': [[/\.\.\.custom && \{ presentation: ['"]custom['"] \}/, '']],
  // JSON has no undefined.
  'src/core/normalSurvey.ts': [['given(written)', 'written']],
  // fetch hears its signal; another transport might hang.
  // It is our own transport, and says what it means.
  'src/outbox/receipt.ts': [
    [/\(\{ status, retryAfter, accepted, rejected \}\) => \(\{[\s\S]*?\n\}\);/, '(receipt) => receipt;'],
  ],
  'src/outbox/records.ts': [[/const evicted = .*|if \(old\.kind.*|return evicted;/g, '']],
  'src/outbox/outbox.ts': [
    ['Promise.race([sent, toAborted(signal)])', 'sent'],
    // Nobody is told what became of which event.
    [/const ids = .*/, ''],
    [/\bids,/, ''],
    [/for \(const \{ id, json \} of records\.add\(event\)\)[^;]*;/, 'records.add(event);'],
    [/, `\$\{rejection\.code\}`/, ''],
    [/, `http_\$\{status\}`/, ''],
    [/dead \? [^,]*, dead/, 'dead'],
    ['(record, code, parked)', '(record, parked)'],
    [/, sentAs\)/g, ')'],
    [
      'onDelivery, onUndeliverable, onRetry } = options',
      '} = options, onDelivery = void 0, onUndeliverable = void 0, onRetry = void 0',
    ],
    // Why it leaves is told to other transports; ours asks only whether the page is left.
    [/\b(let )?why = .*/g, ''],
    [/const reason = why;/, ''],
    ['await send(batch, reason)', 'await send(batch)'],
  ],
};
const markupOnly = {
  name: 'markup-only',
  transform(code, id) {
    const cuts = MARKUP_ONLY[path.relative('.', id)];
    if (!cuts) return null;
    const shorter = cuts.reduce((rest, [from, to]) => {
      if (from instanceof RegExp ? rest.search(from) < 0 : !rest.includes(from))
        this.error(`${id} has no ${from} any more`);
      return rest.replace(from, to);
    }, code);
    return { code: shorter, map: null };
  },
};

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
    cli: 'src/cli/cli.ts',
  },
  external: [/^preact/, /^zod/, /^node:/],
  output: { dir: 'dist/npm', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', sourcemap: true },
};

/** What the first file imports where its source imports the display: session and prompt are needed together, so they are one request. */
const PROMPT = '\0prompt';
const DISPLAY = path.resolve('src/display.ts');
const promptEntry = {
  name: 'prompt-entry',
  resolveId: (id, importer) =>
    id === PROMPT || (id.endsWith('/display.ts') && importer?.endsWith('/client.ts')) ? PROMPT : undefined,
  load: (id) =>
    id === PROMPT
      ? `import { createDisplays as create } from ${JSON.stringify(DISPLAY)};
import { mountPrompt as present } from ${JSON.stringify(path.resolve('widgets/index.ts'))};
export const createDisplays = (environment) => create({ ...environment, present });`
      : undefined,
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

/** Each by itself: code shared between two of them would be a third file, and one more request in sequence. */
export const chunks = Object.entries({
  prompt: PROMPT,
  rules: 'src/schema/rules.ts',
  explanation: 'src/schema/explanation.ts',
  own: 'src/locales/ownLocale.ts',
  ...LOCALES,
}).map(([name, input]) => ({
  ...bundled,
  plugins: LOCALES[name]
    ? [typescript(), minify()]
    : // Prompt, outbox and first file say things to each other that nobody else hears.
      [promptEntry, ...bundled.plugins, minify(name === 'prompt' ? { properties: true, shared: 'cdn' } : {})],
  input: { [name]: input },
  output: { ...published, dir: 'dist/cdn', format: 'es', entryFileNames: `scorelet-[name]-${BUILD}.js` },
}));

const CHUNK_OF = {
  'src/display.ts': 'prompt',
  'src/schema/rules.ts': 'rules',
  'src/schema/explanation.ts': 'explanation',
  'src/locales/ownLocale.ts': 'own',
};

/** Points each `import()` of the first file at its chunk, absolute: a relative one resolves against the page in some frames. */
const importChunks = {
  name: 'import-chunks',
  // All chunks have the same hash: the name of a language is all there is to know of its chunk.
  load: (id) =>
    id === path.resolve('src/locales/fetchLocale.ts') ? 'export const fetchLocale = importChunk;' : undefined,
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const module = path.relative('.', path.resolve(path.dirname(importer), specifier));
    const name = CHUNK_OF[module];
    if (!name) throw new Error(`${module} has no chunk: name it in rollup.config.mjs`);
    return { id: name, external: true };
  },
  renderDynamicImport: () => ({ left: 'importChunk(', right: ')' }),
};

export const loader = {
  ...bundled,
  plugins: [
    importChunks,
    ...bundled.plugins,
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

/** The one file has no second one to fetch from: its errors come from the fast check's table, and it speaks English and French. */
const inOneFile = {
  name: 'in-one-file',
  resolveId: (id) =>
    id.endsWith('schema/explanation.ts')
      ? path.resolve('src/check/explanation.ts')
      : /\/(spoken|fetchLocale)\.ts$/.test(id)
        ? path.resolve('src/locales/singleFile.ts')
        : undefined,
};

export const single = {
  ...bundled,
  plugins: [inOneFile, promptEntry, ...bundled.plugins, minify({ properties: true })],
  input: 'src/loader/index.ts',
  output: { ...published, file: 'dist/cdn/scorelet.single.js', format: 'iife', inlineDynamicImports: true },
};

export default [npm, ...chunks, single];
