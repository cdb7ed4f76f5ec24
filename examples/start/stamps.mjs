/** Remembers what each build was made of, so that a second start does only what has to be done. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILE = '.demo/stamps.json';

/** All files of some folders and files, in an order that is always the same. */
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
 * Hashes names and contents. Node's version is part of it: what one Node has built another may not run.
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

/** Forgets that something was built: what is there now was built from other inputs. */
export const forget = async (name) => {
  await writeStamps({ ...(await readStamps()), [name]: undefined });
};

/**
 * Does the work unless it was done from the same inputs and its result is still there.
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
