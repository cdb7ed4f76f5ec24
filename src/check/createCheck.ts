/**
 * The fast validation of a definition in the page. It returns only valid or invalid, at a fraction of zod's size. zod is fetched only to
 * explain an invalid value.
 */
import type { Needs } from './need.ts';
import type { Meanings, Node } from './node.ts';

export interface Check {
  /**
   * Returns true when a value matches a table node. Reads only own properties and never throws. `onLeft` is called for each value that is
   * left to the second half of the check, with the chunk that the value needs.
   */
  isValid(node: Node, value: unknown, onLeft?: (need: keyof Needs) => void): boolean;
  /** Returns the table node of a key: from `here`, or else from the general table, or else the node of all other keys. */
  meaningOf(key: string, here?: Meanings): Node;
}

/** Checks the kinds of nodes that only a table outside the first file uses. */
export type CheckMore = (node: Node, value: unknown, isValid: Check['isValid']) => boolean;

/** Returns true when a length is within its bounds. A missing bound is ignored. */
export const isWithin = (size: number, largest?: number, smallest?: number): boolean =>
  !(size > (largest as number) || size < (smallest as number));

const entriesOf = (value: unknown): [key: string, item: unknown][] | undefined =>
  typeof value === 'object' && value && !Array.isArray(value) ? Object.entries(value) : undefined;

/**
 * Creates a check function from a table. `other` is the node of all keys that are not in the table. Without `checkMore`, the function
 * rejects value lists, bounded numbers, arrays, and objects whose shape depends on a key.
 */
export const createCheck = (meanings: Meanings, other: Node, checkMore?: CheckMore): Check => {
  const meaningOf: Check['meaningOf'] = (key, here = []) =>
    [...here, ...meanings].find(([keys]) => keys.split(' ').includes(key))?.[1] ?? other;

  const isValid: Check['isValid'] = (node, value, onLeft) => {
    if (typeof node === 'string') return node.split(' ').includes(value as string);
    switch (node[0]) {
      case 0:
        onLeft?.(node[1]);
        return true;
      case 1:
        return typeof value === 'boolean';
      case 2:
        return (
          typeof value === 'string' &&
          isWithin([...value].length, node[1], node[2]) &&
          RegExp(node[3] ?? '').test(value)
        );
      case 3:
        return Number.isFinite(value);
      case 6: {
        const [, list, required = 0, here] = node;
        const known = list.split(' ');
        let missing = required;
        const fits = entriesOf(value)?.every(([key, item]) => {
          const place = known.indexOf(key);
          if (place < 0 || item === undefined) return place >= 0;
          if (place < required) missing--;
          return isValid(meaningOf(key, here), item, onLeft);
        });
        return !!fits && !missing;
      }
      case 8:
        return node.some((each, index) => index && isValid(each as Node, value, onLeft));
      case 9:
        return !!entriesOf(value)?.every(([key, item]) => isValid(node[1], key) && isValid(node[2], item));
      default:
        return !!checkMore?.(node, value, isValid);
    }
  };
  return { isValid, meaningOf };
};
