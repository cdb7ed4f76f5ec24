/**
 * Four builds: npm (ES modules, dependencies left to the consumer's bundler), the CDN's chunks (ES modules with hashed names),
 * the CDN's first file (a classic script that imports those chunks by absolute address), and everything in one classic script.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
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

/**
 * A script tag has no functions to give, a document, and a definition that is JSON: what only others could reach is left out
 * of its builds. Each cut must still match, or the build fails.
 */
const MARKUP_ONLY = {
  // Each file has one table only: the first file its half, the others all of it.
  'src/check/isValid.ts': [
    [/, all = meanings/g, ''],
    [/, all\)/g, ')'],
    [/\ball\.find/, 'meanings.find'],
  ],
  'src/check/isSound.ts': [[/, meanings\)/g, ')']],
  'src/check/explanation.ts': [[/, meanings\)/g, ')']],
  'src/client.ts': [
    ['options.present ?? fetchPrompt(plain)', '(void 0)'],
    [/const fetchPrompt = async[\s\S]*?\n\};/, ''],
    [/typeof document === ['"]object['"]/, 'true'],
    // Only test environments are without.
    [/globalThis\.matchMedia\?\./, 'matchMedia'],
    // The console has said already what is wrong with it.
    [/given\.some\(\(each\) => each\?\.id === id\) \? ['"]invalid['"] : ['"]unknown_survey['"]/, "'unknown_survey'"],
    [/\boptions\.(now|isEligible)\b|, options\.storage\b/g, (found) => (found.startsWith(',') ? '' : '(void 0)')],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
    // They come with the prompt, or are functions.
    [/\.\.\.lent,\s+present,/, '...lent,'],
    [/\boptions,\s+mode,/, 'mode,'],
  ],
  // Nobody is told codes and causes there: the console gets the message.
  'src/report.ts': [
    [/\(code, message, more\)/, '(message)'],
    [/\boptions\.onError\b/g, '(void 0)'],
  ],
  'src/listeners.ts': [
    [/\breport\(\s*['"]\w+['"],/, 'report('],
    [/,\s*\{ cause \}\)/, ')'],
  ],
  'src/definition.ts': [
    [/const \{ storage: _, \.\.\.written \} = options;/, ''],
    ['toData(written)', 'options'],
    [/\breport\(\s*(what === [^,]*|['"]\w+['"]),/g, 'report('],
    [/,\s*\{ (cause|issues) \}\)/g, ')'],
  ],
  'src/display.ts': [
    [/const isWelcome = async[\s\S]*?\n\s*\};/, ''],
    [/if \(!options\.beforeShow\) return mount;[\s\S]*?['"]vetoed['"]\);/, 'return mount;'],
  ],
  'src/prepareDisplay.ts': [
    [/\boptions\.present\b/g, '(void 0)'],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
  ],
  'src/governance.ts': [
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
    [/const isEligible = [\s\S]*?\n\t\};/, ''],
    [/\bisEligible\n/, ''],
  ],
  'src/history.ts': [
    // One that is a word; the host's own is a function.
    ['options.history', 'settings.history'],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
    [/if \(typeof wanted === ['"]function['"]\) return wanted\(id\);/, ''],
  ],
  'src/delivery.ts': [
    [/options\.transport \?\?/, ''],
    [/\boptions\.storage \? [^:]*:/g, ''],
    ['...toDeliveryHooks(options, report)', ''],
  ],
  'src/recorder.ts': [
    [/custom: .*/, ''],
    [/let event = draft;[\s\S]*?if \(!event\) return;/, 'const event = draft;'],
  ],
  // The prompt draws what it can be answered with: no score comes from elsewhere.
  'src/core/createSession.ts': [
    [/const question = survey\.questions\.find\(\(each\) => each\.id === id && isScored\(each\)\);/, ''],
    [/const issue = question \? checkAnswer\(question, score\) : ['"]not_a_score['"];/, 'const issue = void 0;'],
    [/!!question && isScored\(question\) &&/, ''],
    [/inputMode = ['"]api['"]\)/g, 'inputMode)'],
  ],
  'src/core/toEvent.ts': [
    ['custom, ', ''],
    [/\.\.\.custom && \{ presentation: ['"]custom['"] \}/, ''],
  ],
  'src/browser/localStore.ts': [
    [/, given\)/, ')'],
    ['given ?? ', ''],
    ['if (!given) ', ''],
  ],
  'src/browser/hasLeftovers.ts': [
    [/, given\)/, ')'],
    ['given ?? ', ''],
    ['!given && ', ''],
  ],
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
/** Makes cuts, each of which must match. */
const cutting = (all) =>
  function transform(code, id) {
    const cuts = all[path.relative('.', id)];
    if (!cuts) return null;
    const shorter = cuts.reduce((rest, [from, to]) => {
      if (from instanceof RegExp ? rest.search(from) < 0 : !rest.includes(from))
        this.error(`${id} has no ${from} any more`);
      return rest.replace(from, to);
    }, code);
    return { code: shorter, map: null };
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
  [PROMPT]: `import { createDisplays as create } ${importsFrom('src/display.ts')}
import { mountPrompt as present } ${importsFrom('widgets/index.ts')}
export const createDisplays = (environment) => create({ ...environment, present });`,
  [FULL]: `import { createDisplays as create } ${importsFrom('src/display.ts')}
import { mountPrompt } ${importsFrom('widgets/index.ts')}
import { extras } ${importsFrom('widgets/more/index.ts')}
const present = (session, options) => mountPrompt(session, options, extras);
export const createDisplays = (environment) => create({ ...environment, present });`,
  [DEBUG]: `export { toExplanations } ${importsFrom('src/explain.ts')}
export { togglePanel } ${importsFrom('widgets/debug/index.ts')}`,
};
const promptEntry = {
  name: 'prompt-entry',
  resolveId: (id, importer) =>
    ENTRIES[id] ? id : id.endsWith('/display.ts') && importer?.endsWith('/client.ts') ? FULL : undefined,
  load: (id) => ENTRIES[id],
};
const WITHOUT_EXPERIMENT = [
  [/const \{ experiment, \.\.\.said \} = .*/, ''],
  ['...said', '...response'],
];
/** Takes what only the larger prompt does out of the smaller one. */
const PLAIN_CUTS = {
  // Without locks each tab is by itself there: the lease is in the larger prompt.
  'src/browser/holdLock.ts': [
    [/const LEASE_MS[\s\S]*?const toLease = [\s\S]*?\n\};/, ''],
    ['toLease()', '() => {}'],
  ],
  // No shortest comment there, and no links.
  'src/locales/enNps.ts': [
    [/errorTooShort: .*/, ''],
    [/privacy: .*/, ''],
  ],
  'widgets/SurveyPrompt.tsx': [
    [/const ISSUES = \{[\s\S]*?\};/, ''],
    [/ISSUES\[issue\] \?\? ['"]errorRequired['"]/, "issue === 'too_long' ? 'errorTooLong' : 'errorRequired'"],
    ['minLength: min, ', ''],
    [/\bmin,\s*max\b/, 'max'],
  ],
  'src/core/toEvent.ts': [
    [/linkFollowed: ['"]link\.['"],/, ''],
    [/\.replace\(['"]linkF['"], ['"]f['"]\)/, ''],
  ],
  'src/transport/httpTransport.ts': [
    [/\.\.\.wire === ['"]cloudevents['"] && \{[^}]*\}\s*\},/, ''],
    [/\$\{key \? `&k=\$\{key\}` : ['"]{2}\}/, ''],
    [/, wire, fetch/, ', fetch'],
    [/\{ collector, key \}/, '{ collector }'],
  ],
  'src/delivery.ts': [[/wire: settings\.wire,/, '']],
  'src/remember.ts': [[/questions\.find\(isScored\)\?\.type/, "'nps'"]],
  // Nor is one chosen by a link there.
  'src/core/checkAnswer.ts': [
    [/if \(isScored\(question\)\) \{[^}]*\}/, 'if (isScored(question)) return void 0;'],
    ['minLength = 0, ', ''],
  ],
  // It asks NPS and nothing else.
  'src/schema/instruments.ts': [
    [/const \{ variant \} = instrument;\s*if \(variant === ['"]nps['"]\)/, ''],
    [/if \(variant === ['"]rating['"]\)[\s\S]*?['"]difficult['"];/, ''],
    [/\(polarity === ['"]lower_is_better['"] \? max - score : score - min\) \/ \(max - min\)/, 'score / 10'],
  ],
  'src/core/normalSurvey.ts': [
    [/\.\.\.given\(question\)/g, '...question'],
    ['minLength: 0,', ''],
    [
      /const variant = \(?type === [\s\S]*?const scale = [\s\S]*?\};/,
      'const variant = type, scale = { min: 0, max: 10, polarity: "higher_is_better" };',
    ],
    [/variant, followUp = true, title, low, high, max, style, labels, icons/, 'followUp = true, title, low, high'],
    [/variant,\s*title,\s*low,\s*high,\s*max,\s*style,\s*labels,\s*icons/, 'title, low, high'],
  ],
  'src/core/wording.ts': [
    [/const labels = [^;]*;/, ''],
    [/question\.low \?\? labels\?\.\[0\] \?\? words\?\.low \?\? ['"]{2}/, 'question.low ?? words.low'],
    [/question\.high \?\? labels\?\.\[max - min\] \?\? words\?\.high \?\? ['"]{2}/, 'question.high ?? words.high'],
    ['words && (!brand &&', '(!brand &&'],
    [/const lead = question\.title \? undefined : words\?\.lead;/, 'const lead = void 0;'],
    [/const named = [\s\S]*?const shown = [^;]*;/, ''],
    [/`\$\{shown\.labels\}`/, "'undefined'"],
    [/,\s*\.\.\.shown/, ''],
  ],
  'widgets/ScaleQuestion.tsx': [[/asked\.lead && .*?, ['"] ['"]\),/, '']],
  'src/core/createSession.ts': [
    [/followLink: .*\n?[^}]*\}\)/, ''],
    [/choose\(id, options, inputMode\)[\s\S]*?\n\s*\},/, ''],
    [/back\(\) \{[\s\S]*?\n\s*\},/, ''],
    [/get survey\(\) \{\s*return survey;\s*\}/, 'survey: written'],
  ],
  'src/browser/tabStore.ts': [[/return (true|false);/g, '']],
  // A preview takes the larger one.
  'src/display.ts': [[/mode === ['"]preview['"] \? begin :/, '']],
  'src/recorder.ts': [
    ...WITHOUT_EXPERIMENT,
    [/mode === ['"]preview['"]/, 'false'],
    [/if \(mode !== ['"]preview['"]\)/, ''],
  ],
  'src/prepareDisplay.ts': [
    [/if \(mode === ['"]preview['"]\) return;/, ''],
    [/privacyUrl: .*/, ''],
    [/\boccasion,\s+session,\s+mount/, 'session, mount'],
  ],
  'widgets/index.ts': [
    ['privacyUrl, ', ''],
    [/\bprivacyUrl,\s+/, ''],
    [/\bextras,\s+/, ''],
    [/takeFocus \|\| [^;]*;/, 'takeFocus;'],
    [/onChoose: .*/, ''],
    [/onLink: .*/, ''],
    [/onBack\(\) \{[\s\S]*?\n\s*\},/, ''],
  ],
};
const plain = {
  name: 'plain',
  load: (id) =>
    id === path.resolve('src/core/more.ts') ? 'export const MORE = false, EVERYTHING = false;' : undefined,
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
  'src/governance.ts': 'governance',
  'src/explain.ts': 'debug',
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
  governance: 'src/governance.ts',
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
    id === path.resolve('src/client.ts')
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

/** Kinds of nodes that the first half of the check has not. */
const FIRST_CUTS = {
  // It waits for a second at most.
  'src/triggers/afterLoad.ts': [[/if \(delayMs < [A-Z_]+\) /, '']],
  'src/check/isValid.ts': [
    [/if \(kind === 4\) .*/, ''],
    [/if \(kind === 5\) \{[\s\S]*?\n\t\}/, ''],
    [/if \(kind === 7\) \{[\s\S]*?\n\t\}/, ''],
  ],
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
  'src/core/more.ts': 'export const MORE = true, EVERYTHING = false;',
  'widgets/more/everything.css': '',
  // There is one prompt, and nothing to save by not looking.
  'src/check/needs.ts': 'export const hasInside = () => true, isPlain = () => false, isGoverned = () => false;',
  'widgets/anchored/index.ts': 'export const place = void 0;',
  'widgets/palettes.ts': 'export const toStyles = () => void 0;',
};
const ONE_FILE_CUTS = {
  // Its table has the forms of a survey by metric; CES has every word there is.
  // gzip looks back 32 kB only: what has the same words stands together.
  'src/loader/index.ts': [[/^/, "import '../check/explanation.ts';\nimport '../locales/pickLocale.ts';\n"]],
  'src/loader/readConfig.ts': [
    [/const \[, short\] = .*/, 'const short = surveyNode[2].ces;'],
    [/debug: .*/, ''],
  ],
  'src/recorder.ts': WITHOUT_EXPERIMENT,
  // Questions without a score are texts.
  'src/core/createSession.ts': [[/choose\(id, options[\s\S]*?\n {4}\},\n/, '']],
  // All words are there, and neither palettes nor anchors.
  'src/display.ts': [[/ \?\? enNps/g, '']],
  'src/prepareDisplay.ts': [
    [/place: .*/, ''],
    [/styles: .*/, ''],
    [/\boccasion,\n\s+session,\n\s+mount/, 'session, mount'],
  ],
  'widgets/index.ts': [
    [/onChoose: .*/, ''],
    [", place, styles = ''", ''],
    [/MORE && extras \? extras\.css \+ styles : styles/, '(extras as Extras).css'],
    [/if \(place && target\) .*/, ''],
  ],
  'widgets/more/index.ts': [
    ['drawQuestion: UnscoredQuestion, ', ''],
    ['drawLink, ', ''],
  ],
  'src/check/explanation.ts': [[/rule === 'where' \? 'trigger\.where' : rule/, 'rule']],
  // Nobody there asks whether it was kept.
  'src/browser/tabStore.ts': [[/return (true|false);/g, '']],
  // Rules beyond the default ones, and the panel that tells of them, are chunks.
  'src/client.ts': [
    // Delays are simple there: a reload begins them anew.
    [/^/, "import { toMs } from './core/duration.ts';\n"],
    [
      /if \(trigger === 'load' && !isClosed/,
      "const { delay, event } = trigger;\n        if ((trigger === 'load' || (delay && !event)) && !isClosed",
    ],
    [
      'later(LOAD_DELAY_MS, () => consider(survey))',
      'later(delay ? toMs(delay) : LOAD_DELAY_MS, () => consider(survey))',
    ],
    [
      /=== name\) consider\(survey, occasion\);/,
      '=== name) later(survey.trigger.delay ? toMs(survey.trigger.delay) : 0, () => consider(survey, occasion));',
    ],
    [
      /import \{ isGoverned, isPlain \}/,
      "import { isDueByDefault } from './oneFileRules.ts';\nimport { isGoverned, isPlain }",
    ],
    [/const isKnown = [\s\S]*?;\n/, ''],
    [/\(governance \? [^)]*\) : !isKnown\(\)\)/, 'isDueByDefault(store, facts, survey, occasion.subject, now())'],
    [/const isClosed = [\s\S]*?\n\s{2}\};/, 'const isClosed = (survey) => !isAllowed(survey, {});'],
    [/if \(!occasion\.force && !governance.*/, ''],
    [/\(\) => \(isKnown\(\) \? govern\(\) : load\(\)\)/, 'load'],
    [/const governed =[\s\S]*?;/, 'const governed = false;'],
    [/const govern = [\s\S]*?return governing;\n\s{2}\};/, ''],
    [/if \(governed\) void govern\(\)\.then\(\(rules\) => off[^;]*;\s*else/, ''],
    [/if \(governed\) void govern\(\)\.then\(\(rules\) => said[^;]*;\s*else/, ''],
    [/if \(!occasion\.force && \(governed[\s\S]*?settled\(\);\n\s*\}/, ''],
    [/\.\.\.\(governance\?\.reasonsOf[^)]*\)[^)]*\)/, "'not_due'"],
    [/draw: \(survey: Survey\) => governance\?\.draw\(survey\),/, ''],
    [/governance\?\.\w+\(\);/g, ''],
    [/explain: async \(id\) =>.*/, ''],
    [/async debug\(\) \{[\s\S]*?\n\s{4}\},/, ''],
    [/if \(settings\.debug\) .*/, ''],
    // What is here need not be fetched beforehand.
    [/if \(settings\.preload !== [\s\S]*?\n {4}\}\n/, ''],
  ],
  // Nothing is fetched to know what is remembered.
  'src/remember.ts': [[/if \(\/\^\[ac\].*/, '']],
  'src/schema/rules.ts': [
    [/, options = \[\], other \}/, ' }'],
    [/const ids = \[\.\.\.options[\s\S]*?return ['"]options['"];/, ''],
    [/, closeAfter = ['"]8s['"] \}/, ' }'],
    [/const shortest = [\s\S]*?['"]closeAfter['"] : undefined;/, ''],
    [/UNSCORED = \[[^\]]*\]/, "UNSCORED = ['text']"],
    [/\?\? brokenInTrigger\([^;]*;/, ';'],
  ],
};
/** Nothing is fetched there: what other builds import when they need it is in the file. */
const ONE_FILE_FETCHES = {
  'src/definition.ts': [
    [/^/, "import { toUnsound } from './check/isSound.ts';\nimport { explainWrong } from './schema/explanation.ts';\n"],
    [/const \{ explainWrong \} = .*/, ''],
    [/async fetchBroken[\s\S]*?return checking;\s*\}/, 'broken: () => toUnsound(settings, surveys)'],
  ],
  'src/locales/pickLocale.ts': [
    [/^/, "import { toLocale } from './ownLocale.ts';\nimport { locale } from './en.ts';\n"],
    [/\(await import\(['"]\.\/ownLocale\.ts['"]\)\)\./, ''],
    [/const name = [\s\S]*;(?=\s*\})/, 'return locale;'],
  ],
  'src/client.ts': [
    [/^/, "import { createDisplays } from './display.ts';\nimport { isSoundContext } from './check/isSound.ts';\n"],
    [/const \{ isSoundContext \} = .*/, ''],
    [
      /loading \?\?= Promise[\s\S]*?return loading;/,
      `loading ??= fetchWords().then((words) => {
        displays = createDisplays({ ...lent, words, broken: definition.broken(), explain: definition.explain });
        return displays;
      });
      return loading;`,
    ],
    [/const anchored = .*/, ''],
    [/try \{\s*return ready[\s\S]*?(return ready\?\.show\(survey, occasion, patient\);)\s*\}/, '$1'],
  ],
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
