/**
 * The page's fast check: says valid or not, in a fraction of what zod would cost every visitor.
 * `table.ts` is generated from the schemas; when this says no, zod is fetched to say what and where.
 */
import type { Node, Words } from './node.ts';
import { meanings } from './table.ts';

/** Says what a key that an object knows means in it, by the first half of the check unless all that there is to know is given. */
export const meaningOf = (key: string, here?: Words, all = meanings): Node =>
  here?.[key] ?? (all.find(([keys]) => !keys || keys.split(' ').includes(key))?.[1] as Node);

const own = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key as keyof object] : undefined;

/** A bound that is not there bounds nothing. */
const isWithin = (size: number, largest?: number, smallest?: number) =>
  !(size > (largest as number) || size < (smallest as number));

/** Says whether a value is what a node describes. Reads own properties only and never throws. */
export const isValid = (node: Node, value: unknown, all = meanings): boolean => {
  // A string comes apart into letters, which are no kind.
  const [kind, first, second, third] = node as readonly [number, ...never[]];
  const isArray = Array.isArray(value);
  const text = typeof value === 'string';
  if (!kind) return true;
  if (typeof node === 'string') return node.split(' ').includes(value as string);
  if (kind === 1) return typeof value === 'boolean';
  if (kind === 2) return text && isWithin(value.length, first, second) && RegExp(third as never).test(value);
  if (kind === 3) {
    return Number.isFinite(value) && isWithin(value as number, first, second) && !(third && (value as number) % 1);
  }
  if (kind === 4) return node.includes(value as never, 1);
  if (kind === 5) {
    return (
      isArray && isWithin(value.length, first, second) && value.every((each) => isValid(third as never, each, all))
    );
  }
  if (kind === 8) return node.some((each, index) => index && isValid(each as Node, value, all));
  if (typeof value !== 'object' || !value || isArray) return false;
  const entries = Object.entries(value);
  if (kind === 7) {
    const word = own(value, first as never);
    const chosen = word === undefined ? third : typeof word === 'string' && own(second as never, word);
    return !!chosen && isValid(chosen as Node, value, all);
  }
  if (kind === 9) {
    return entries.every(([key, item]) => RegExp(first as never).test(key) && isValid(second as never, item, all));
  }
  const known = (first as unknown as string).split(' ');
  return (
    known.every((key, index) => !(index < (second as unknown as number)) || own(value, key) !== undefined) &&
    entries.every(
      ([key, item]) =>
        known.includes(key) && (item === undefined || isValid(meaningOf(key, third as never, all), item, all)),
    )
  );
};
