import { ROOT } from '../../memory/keys.ts';
import type { Disk } from './disk.ts';

/**
 * The maximum size of our localStorage data in characters: a little less than 256 KiB at two bytes per character. The shared state about a
 * failing collector is written even above this cap.
 */
const MAX_CHARACTERS = 127 * 1024;
const MAX_RECORDS = 300;

/** Returns true when this text fits within our cap for localStorage. The text replaces the current value of the key. */
export const fits = (disk: Disk, key: string, text: string): boolean => {
  if (text.length <= disk.get(key).length) return true;
  const others = disk.keys().filter((other) => other.startsWith(ROOT) && other !== key);
  let taken = key.length + text.length;
  for (const other of others) taken += other.length + disk.get(other).length;
  return taken <= MAX_CHARACTERS && others.length < MAX_RECORDS;
};
