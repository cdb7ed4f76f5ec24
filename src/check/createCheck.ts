/** The page's fast check: valid or not, in a fraction of the bytes of zod, which is fetched to explain what is wrong. */
import type { Meanings, Node, Words } from './node.ts';

export interface Check {
  /** Returns whether a value is what a node describes. Reads own properties only and never throws. */
  isValid(node: Node, value: unknown): boolean;
  /** Returns what a key means in an object: what it means `here`, else what it means everywhere. */
  meaningOf(key: string, here?: Words): Node;
}

/** Checks the kinds of nodes that few definitions have. */
export type CheckMore = (node: Node, value: unknown, isValid: Check['isValid']) => boolean;

/** An absent bound bounds nothing. */
export const isWithin = (size: number, largest?: number, smallest?: number): boolean =>
  !(size > (largest as number) || size < (smallest as number));

/** Creates a check over a table. One without `checkMore` knows booleans, words, strings, numbers, objects, records and choices. */
export const createCheck = (meanings: Meanings, checkMore?: CheckMore): Check => {
  const meaningOf: Check['meaningOf'] = (key, here) =>
    here?.[key] ?? (meanings.find(([keys]) => !keys || keys.split(' ').includes(key))?.[1] as Node);

  const isObject = (list: string, required: number, here: Words | undefined, value: object) => {
    const known = list.split(' ');
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return (
      known.slice(0, required).every((key) => entries.some(([own]) => own === key)) &&
      Object.keys(value).every((key) => known.includes(key)) &&
      entries.every(([key, item]) => isValid(meaningOf(key, here), item))
    );
  };

  const isValid: Check['isValid'] = (node, value) => {
    if (typeof node === 'string') return node.split(' ').includes(value as string);
    switch (node[0]) {
      case 0:
        return true;
      case 1:
        return typeof value === 'boolean';
      case 2:
        return (
          typeof value === 'string' && isWithin(value.length, node[1], node[2]) && RegExp(node[3] ?? '').test(value)
        );
      case 3:
        return (
          Number.isFinite(value) && isWithin(value as number, node[1], node[2]) && !(node[3] && (value as number) % 1)
        );
      case 8:
        return node.some((each, index) => index && isValid(each as Node, value));
    }
    if (node[0] < 6) return !!checkMore?.(node, value, isValid);
    if (typeof value !== 'object' || !value || Array.isArray(value)) return false;
    switch (node[0]) {
      case 6:
        return isObject(node[1], node[2] ?? 0, node[3], value);
      case 9:
        return Object.entries(value).every(([key, item]) => RegExp(node[1]).test(key) && isValid(node[2], item));
    }
    return !!checkMore?.(node, value, isValid);
  };
  return { isValid, meaningOf };
};
