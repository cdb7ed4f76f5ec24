import { type CheckMore, isWithin } from './createCheck.ts';
import type { Words } from './node.ts';

/**
 * Validates the node kinds that the first file does not need: value lists, arrays, objects whose shape depends on a key, and numbers with
 * bounds.
 */
export const checkMore: CheckMore = (node, value, isValid) => {
  switch (node[0]) {
    case 4:
      return node.includes(value as never, 1);
    case 5:
      return (
        Array.isArray(value) &&
        isWithin(value.length, node[1] as number, node[2] as number) &&
        value.every((item) => isValid(node[3] as never, item))
      );
    case 7: {
      const [, key, byWord, otherwise] = node as readonly [7, string, Words, Words[string]?];
      if (typeof value !== 'object' || !value) return false;
      const word = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      if (word === undefined) return !!otherwise && isValid(otherwise, value);
      const form = typeof word === 'string' && Object.hasOwn(byWord, word) ? byWord[word] : undefined;
      return !!form && isValid(form, value);
    }
    case 10:
      return (
        Number.isFinite(value) && isWithin(value as number, node[1], node[2]) && !(node[3] && (value as number) % 1)
      );
    default:
      return false;
  }
};
