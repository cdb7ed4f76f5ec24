/** Stores a hash of each build's sources, so that the next start skips builds whose sources have not changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILE = '.demo/stamps.json';

/** Lists all files of the given folders and files, in a stable order. */
const listFiles = (places) =>
  places.flatMap((place) => {
    const stats = statSync(place, { throwIfNoEntry: false });
    if (!stats) return [];
    if (!stats.isDirectory()) return [place];
    return listFiles(
      readdirSync(place)
        .sort()
        .map((name) => path.join(place, name)),
    );
  });

/**
 * Hashes the names and contents of files. The hash includes Node's version, because a build may not run in another version.
 * @param {readonly string[]} places Files and folders.
 */
export const toStamp = (places) => {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of listFiles(places)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('base64url');
};

const readStamps = async () => {
  try {
    return JSON.parse(await readFile(FILE, 'utf8'));
  } catch {
    return {};
  }
};

const writeStamps = async (stamps) => {
  await mkdir('.demo', { recursive: true });
  await writeFile(FILE, JSON.stringify(stamps, undefined, 2));
};

/** Removes the stamp of a build, so that the next start builds it again. */
export const forget = async (name) => {
  await writeStamps({ ...(await readStamps()), [name]: undefined });
};

/**
 * Runs `work` unless the stamp of `from` is unchanged and `to` exists. Resolves true when it ran.
 * @param {string} name
 * @param {{ from: readonly string[], to: string }} what
 * @param {() => Promise<void>} work
 */
export const unlessDone = async (name, { from, to }, work) => {
  const stamp = toStamp(from);
  const isThere = statSync(to, { throwIfNoEntry: false }) !== undefined;
  if (isThere && (await readStamps())[name] === stamp) return false;
  await work();
  await writeStamps({ ...(await readStamps()), [name]: stamp });
  return true;
};
