import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folder of the host page, the probe and the floors (the reference prompts). These files never change, so ratios stay comparable. */
export const FIXED = 'test/bench/fixed';
const HASHES = 'test/bench/fixed.sha256';

/** Reads the hash of each file name from lines in the format of `sha256sum`. */
const readHashes = (): Map<string, string> =>
  new Map(
    readFileSync(HASHES, 'utf8')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll(path.sep, '/'));

/** Throws when a file in `fixed` was changed, removed or added. */
export const checkFixed = (): void => {
  const expected = readHashes();
  const problems: string[] = [];
  for (const name of filesOf(FIXED)) {
    const hash = createHash('sha256')
      .update(readFileSync(path.join(FIXED, name)))
      .digest('hex');
    if (!expected.has(name)) problems.push(`${name} is new`);
    else if (expected.get(name) !== hash) problems.push(`${name} has changed`);
    expected.delete(name);
  }
  for (const name of expected.keys()) problems.push(`${name} is missing`);
  if (problems.length > 0) {
    throw new Error(`${FIXED} does not match ${HASHES}: ${problems.join(', ')}. Restore it with git.`);
  }
};
