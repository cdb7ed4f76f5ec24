import { toJson } from '../browser/toJson.ts';
import type { DisplayRecord } from '../core/rules/displayRecord.ts';

/**
 * Merges two lists of display records of one survey by time. A record that is in both lists counts once, because two tabs may move the same
 * list.
 */
export const mergeRecords = (one: readonly DisplayRecord[], other: readonly DisplayRecord[]): DisplayRecord[] => {
  const byText = new Map([...one, ...other].map((record) => [toJson(record), record]));
  return [...byText.values()].sort((a, b) => a.at - b.at);
};
