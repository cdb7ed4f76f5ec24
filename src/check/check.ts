/**
 * The page's fast check: says valid or not, in a fraction of what zod would cost every visitor.
 * `table.ts` is generated from the schemas; when this says no, zod is fetched to say what and where.
 */

/** One place of a definition, compact because it travels to every page. */
export type Node =
  /** a boolean */
  | readonly [1]
  /** one of these words */
  | string
  /** a string: longest, shortest, pattern */
  | readonly [2, number, number?, string?]
  /** a number: largest, smallest, whole */
  | readonly [3, number?, number?, 1?]
  /** one of these numbers */
  | readonly [4, ...number[]]
  /** an array: longest, shortest, item */
  | readonly [5, number, number, Node]
  /** an object with no other keys: the keys, how many of them (the first) are required, nodes of those that mean something else here */
  | readonly [6, string, number?, Words?]
  /** the first key chooses the node; without it the last node */
  | readonly [7, string, Words, Node?]
  /** any of these */
  | readonly [8, ...Node[]]
  /** a record: key pattern, value */
  | readonly [9, string, Node];

/** What keys mean in one object, where they mean something else than elsewhere. */
export type Words = { readonly [word: string]: Node };

/** What keys mean, those that mean the same in one line; one word means one thing, so most keys mean the same wherever they stand. `''`, the last: every other key. */
export type Meanings = readonly (readonly [keys: string, node: Node])[];

/** Says what a key that an object knows means in it. */
export type MeaningOf = (key: string, here?: Words) => Node;

/** Reads the table. */
export const toMeaningOf =
  (meanings: Meanings): MeaningOf =>
  (key, here) =>
    here?.[key] ?? (meanings.find(([keys]) => !keys || keys.split(' ').includes(key))?.[1] as Node);

const own = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key as keyof object] : undefined;

/** A bound that is not there bounds nothing. */
const isWithin = (size: number, largest?: number, smallest?: number) =>
  !(size > (largest as number) || size < (smallest as number));

/** Creates the check. It reads own properties only and never throws. */
export const createCheck = (meaningOf: MeaningOf): ((node: Node, value: unknown) => boolean) => {
  const isValid = (node: Node, value: unknown): boolean => {
    // A string comes apart into letters, which are no kind.
    const [kind, first, second, third] = node as readonly [number, ...never[]];
    const isArray = Array.isArray(value);
    const text = typeof value === 'string';
    if (typeof node === 'string') return node.split(' ').includes(value as string);
    if (kind === 1) return typeof value === 'boolean';
    if (kind === 2) return text && isWithin(value.length, first, second) && RegExp(third as never).test(value);
    if (kind === 3) {
      return Number.isFinite(value) && isWithin(value as number, first, second) && !(third && (value as number) % 1);
    }
    if (kind === 4) return node.includes(value as never, 1);
    if (kind === 5) {
      return isArray && isWithin(value.length, first, second) && value.every((each) => isValid(third as never, each));
    }
    if (kind === 8) return node.some((each, index) => index && isValid(each as Node, value));
    if (typeof value !== 'object' || !value || isArray) return false;
    const entries = Object.entries(value);
    if (kind === 7) {
      const word = own(value, first as never);
      const chosen = word === undefined ? third : typeof word === 'string' && own(second as never, word);
      return !!chosen && isValid(chosen as Node, value);
    }
    if (kind === 9) {
      return entries.every(([key, item]) => RegExp(first as never).test(key) && isValid(second as never, item));
    }
    const known = (first as unknown as string).split(' ');
    return (
      known.every((key, index) => index >= (second ?? 0) || own(value, key) !== undefined) &&
      entries.every(
        ([key, item]) => known.includes(key) && (item === undefined || isValid(meaningOf(key, third as never), item)),
      )
    );
  };
  return isValid;
};
