/**
 * Compares the sizes of the built files with their budgets and prints a table, or JSON with `--json`. Exits with 1 when a file
 * exceeds its budget. Also prints how much each folder of `src` adds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { costsOf } from './costs.mjs';
import { measureNpm } from './npmSizes.mjs';

const CDN = 'dist/cdn';
const files = readdirSync(CDN).filter((file) => file.endsWith('.js'));
/** All chunks have names of the form `scorelet-<name>-<build>.js`, with the same build. */
const PROMPT = 'scorelet-prompt-';
const build = files.find((file) => file.startsWith(PROMPT))?.slice(PROMPT.length);
const fileOf = (name) => {
  const file = `scorelet-${name}-${build}`;
  if (!files.includes(file)) throw new Error(`${CDN} has no chunk "${name}". Run: npm run build`);
  return file;
};
const weigh = (codes) => ({
  gzip: codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0),
  brotli: codes.reduce((sum, code) => sum + brotliCompressSync(code).length, 0),
});
const sizeOf = (...names) => weigh(names.map((name) => readFileSync(`${CDN}/${name}`)));

const FIRST = 'scorelet.js';
/** Locales whose chunk is named after the language without the region. */
const CHUNK_OF_TAG = { 'pt-BR': 'pt', 'zh-CN': 'zh' };
const prompt = fileOf('prompt');
const largest = readdirSync('dist/locales')
  .map((file) => path.basename(file, '.json'))
  .map((tag) => ({ tag, ...sizeOf(fileOf(CHUNK_OF_TAG[tag] ?? tag.toLowerCase())) }))
  .sort((a, b) => b.gzip - a.gzip)[0];

/** The files that a French shop fetches for a CSAT survey with a privacy link, a key, URL targeting and its own frequency cap. */
const SHOP = [FIRST, prompt, fileOf('fr'), fileOf('governance')];

const cdnRows = [
  { name: 'first file, no prompt due', budget: 6000, ...sizeOf(FIRST) },
  { name: 'NPS, CSAT or CES popover, English', budget: 27_000, ...sizeOf(FIRST, prompt) },
  { name: 'a French shop with rules', budget: 37_000, ...sizeOf(...SHOP) },
  {
    name: 'any other prompt, all of it',
    budget: 36_000,
    ...sizeOf(FIRST, prompt, fileOf('extras'), fileOf('check')),
  },
  { name: 'rules', budget: 8000, ...sizeOf(fileOf('governance')) },
  { name: 'debug panel', budget: 12_000, ...sizeOf(fileOf('debug')) },
  { name: 'anchored', budget: 7600, ...sizeOf(fileOf('anchored')) },
  { name: `largest locale (${largest.tag})`, budget: 1800, gzip: largest.gzip, brotli: largest.brotli },
  { name: 'palettes and brands', budget: 2500, ...sizeOf(fileOf('palettes')) },
  { name: 'explanation, after an error', budget: 15_000, ...sizeOf(fileOf('explanation')) },
  { name: 'single file', budget: 42_000, ...sizeOf('scorelet.single.js') },
];
const npmRows = (await measureNpm()).flatMap(({ bundler, metric, initial, all }) => [
  { name: `npm, ${metric} popover, ${bundler}: initial`, budget: 7000, ...weigh(initial) },
  { name: `npm, ${metric} popover, ${bundler}: all`, budget: 28_000, ...weigh(all) },
]);
const rows = [...cdnRows, ...npmRows];

const over = rows.filter(({ gzip, budget }) => gzip > budget);
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, undefined, 2));
else {
  const line = ([name, ...numbers]) =>
    console.log(name.padEnd(46) + numbers.map((number) => String(number).padStart(9)).join(''));
  line(['bytes', 'gzip -9', 'brotli', 'budget']);
  for (const { name, gzip, brotli, budget } of rows)
    line([gzip > budget ? `${name} OVER` : name, gzip, brotli, budget]);
  for (const file of [FIRST, prompt]) {
    console.log(`\nWhat each room costs in ${file} (gzip bytes it would be smaller without)`);
    for (const { name, gzip } of costsOf(`${CDN}/${file}`)) line([`  ${name}`, gzip]);
  }
}
if (over.length > 0) {
  console.error(
    `\nOver budget: ${over.map(({ name, gzip, budget }) => `${name} by ${gzip - budget} bytes`).join(', ')}`,
  );
  process.exitCode = 1;
}
