import { toJson } from '../browser/toJson.ts';
import type { DisplayRecord } from '../core/rules/displayRecord.ts';

/**
 * Merges two lists of display records of one survey by time. A record that is in both lists counts once, because two tabs may move the same
 * list.
 */
export const mergeRecords = (one: readonly DisplayRecord[], other: readonly DisplayRecord[]): DisplayRecord[] => {
  const known = new Set(one.map(toJson));
  return [...one, ...other.filter((record) => !known.has(toJson(record)))].sort((a, b) => a.at - b.at);
};
