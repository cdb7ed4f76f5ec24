/**
 * Writes the hash of the built `scorelet.single.js` into the README: `npm run integrity`. `--check` writes nothing and exits with 1 when the
 * README shows another hash.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const SINGLE = 'dist/cdn/scorelet.single.js';
const README = 'README.md';
const ATTRIBUTE = /integrity="sha384-[\w+/=]+"/g;

/** Returns the value of the attribute `integrity` of a script tag that loads these bytes. */
export const toIntegrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Writes the integrity hash of the built single file to a file next to it. Returns the hash. */
export const writeIntegrity = () => {
  const integrity = toIntegrity(readFileSync(SINGLE));
  writeFileSync(`${SINGLE}.sri`, `${integrity}\n`);
  return integrity;
};

const updateReadme = (isCheck) => {
  const readme = readFileSync(README, 'utf8');
  const found = readme.match(ATTRIBUTE) ?? [];
  if (found.length !== 1) throw new Error(`Expected one attribute integrity in ${README}, found ${found.length}.`);
  const attribute = `integrity="${toIntegrity(readFileSync(SINGLE))}"`;
  if (found[0] === attribute) return;
  if (isCheck) {
    console.error(
      `${README} shows ${found[0]}, but ${SINGLE} has ${attribute}. Run "npm run build", then "npm run integrity".`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(
      README,
      readme.replace(found[0], () => attribute),
    );
    console.log(`${README} shows ${attribute}`);
  }
};

if (process.argv[1] === new URL(import.meta.url).pathname) updateReadme(process.argv.includes('--check'));
