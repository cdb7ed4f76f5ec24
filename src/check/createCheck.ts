/** The page's fast check: valid or not, in a fraction of the bytes of zod, which is fetched to explain what is wrong. */
import type { Needs } from './need.ts';
import type { Meanings, Node, Words } from './node.ts';

export interface Check {
  /**
   * Returns whether a value is what a node describes. Reads own properties only and never throws. `onLeft` hears what a definition
   * needs where the table leaves a value to the second half of the check.
   */
  isValid(node: Node, value: unknown, onLeft?: (need: keyof Needs) => void): boolean;
  /** Returns what a key means in an object: what it means `here`, else what it means everywhere. */
  meaningOf(key: string, here?: Words): Node;
}

/** Checks the kinds of nodes that only a later table has. */
export type CheckMore = (node: Node, value: unknown, isValid: Check['isValid']) => boolean;

/** An absent bound bounds nothing. */
export const isWithin = (size: number, largest?: number, smallest?: number): boolean =>
  !(size > (largest as number) || size < (smallest as number));

const entriesOf = (value: unknown): [key: string, item: unknown][] | undefined =>
  typeof value === 'object' && value && !Array.isArray(value) ? Object.entries(value) : undefined;

/** Creates a check over a table. One without `checkMore` knows no values but words, no bounds of numbers, no arrays, and no
 * forms that a key chooses. */
export const createCheck = (meanings: Meanings, checkMore?: CheckMore): Check => {
  const meaningOf: Check['meaningOf'] = (key, here) =>
    here?.[key] ?? (meanings.find(([keys]) => !keys || keys.split(' ').includes(key))?.[1] as Node);

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
          typeof value === 'string' && isWithin(value.length, node[1], node[2]) && RegExp(node[3] ?? '').test(value)
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
        return !!entriesOf(value)?.every(([key, item]) => RegExp(node[1]).test(key) && isValid(node[2], item));
      default:
        return !!checkMore?.(node, value, isValid);
    }
  };
  return { isValid, meaningOf };
};
