/** Measures the built files against their budgets: a table, or `--json`. Exits with 1 when one is over. Says what each room costs. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { costsOf } from './costs.mjs';

const CDN = 'dist/cdn';
const files = readdirSync(CDN).filter((file) => file.endsWith('.js'));
const fileOf = (name) => {
  const found = files.find((file) => new RegExp(`^scorelet-${name}-[\\w-]+\\.js$`).test(file));
  if (!found) throw new Error(`${CDN} has no chunk "${name}": npm run build`);
  return found;
};
const sizeOf = (...names) =>
  names
    .map((name) => readFileSync(`${CDN}/${name}`))
    .reduce(
      (sum, code) => ({
        gzip: sum.gzip + gzipSync(code, { level: 9 }).length,
        brotli: sum.brotli + brotliCompressSync(code).length,
      }),
      { gzip: 0, brotli: 0 },
    );

const prompt = fileOf('prompt');
/** What never losing an answer costs the prompt's file: it would be so much smaller without. */
const OUTBOX = /^src\/(outbox|delivery)|browser\/(durableStore|rawLocalStorage|tryLock)/;
const [outbox] = costsOf(`${CDN}/${prompt}`, (source) =>
  OUTBOX.test(source.replace(/^(\.\.\/)+/, '')) ? 'outbox' : undefined,
);

/** Every chunk that is no part of the program is a language. */
const locales = files.filter(
  (file) =>
    /^scorelet-(?!prompt|full|anchored|palettes|sound|explanation|own|governance|debug)[\w-]+-\w+\.js$/.test(file) &&
    !file.includes('-en-'),
);
const largest = locales.map((file) => ({ file, ...sizeOf(file) })).sort((a, b) => b.gzip - a.gzip)[0];
const languageOf = (file) => file.split('-').slice(1, -1).join('-');

const rows = [
  { name: 'first file (no prompt due)', budget: 5000, ...sizeOf('scorelet.js') },
  { name: 'NPS popover, everything fetched', budget: 17_500, ...sizeOf('scorelet.js', prompt) },
  { name: 'outbox, within it', budget: 3000, gzip: outbox.gzip, brotli: '' },
  { name: 'NPS popover in French', budget: 19_100, ...sizeOf('scorelet.js', prompt, fileOf('fr')) },
  {
    name: 'any other prompt, all of it',
    budget: 27_000,
    ...sizeOf('scorelet.js', fileOf('full'), fileOf('sound')),
  },
  { name: 'anchored, beyond it', budget: 7500, ...sizeOf(fileOf('anchored')) },
  { name: 'palettes and brands, beyond it', budget: 2500, ...sizeOf(fileOf('palettes')) },
  { name: 'rules beyond the default ones', budget: 7300, ...sizeOf(fileOf('governance')) },
  { name: 'debug panel (only when asked for)', budget: 11_000, ...sizeOf(fileOf('debug')) },
  { name: 'single file', budget: 22_000, ...sizeOf('scorelet.single.js') },
  { name: `largest locale (${languageOf(largest.file)})`, budget: 1600, ...largest },
  { name: 'locale en, beyond NPS', budget: 1600, ...sizeOf(fileOf('en')) },
  { name: 'explanation (only after an error)', budget: 15_000, ...sizeOf(fileOf('explanation')) },
].map(({ name, gzip, brotli, budget }) => ({ name, gzip, brotli, budget }));

const over = rows.filter(({ gzip, budget }) => gzip > budget);
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, undefined, 2));
else {
  const line = (cells) =>
    console.log(
      `${cells[0].padEnd(36)}${cells
        .slice(1)
        .map((cell) => String(cell).padStart(9))
        .join('')}`,
    );
  line(['bytes', 'gzip -9', 'brotli', 'budget']);
  for (const { name, gzip, brotli, budget } of rows)
    line([gzip > budget ? `${name} OVER` : name, gzip, brotli, budget]);
  for (const file of ['scorelet.js', prompt]) {
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
