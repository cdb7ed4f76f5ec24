/**
 * The page's fast check: says valid or not, in a fraction of what zod would cost every visitor.
 * `table.ts` is generated from the schemas; when this says no, zod is fetched to say what and where.
 */

/** One place of a definition, compact because it travels to every page. */
export type Node =
  /** a boolean */
  | 1
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

/** What each key means; one word means one thing, so most keys mean the same wherever they stand. `''`: every other key. */
export type Words = { readonly [word: string]: Node };

const own = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key as keyof object] : undefined;

/** What keys mean, written the other way round: those that mean the same share one line. */
export type Meanings = readonly (readonly [keys: string, node: Node])[];

/** Returns what each key means. */
export const toWords = (meanings: Meanings): Words =>
  Object.fromEntries(meanings.flatMap(([keys, node]) => keys.split(' ').map((key) => [key, node])));

/** Says what a key means in an object. */
export const meaningOf = (words: Words, key: string, here: Words = {}): Node =>
  (own(here, key) ?? words[key] ?? words['']) as Node;

const isWithin = (size: number, largest = Infinity, smallest = -largest) => size <= largest && size >= smallest;

/** Creates the check. It reads own properties only and never throws. */
export const createCheck = (words: Words): ((node: Node, value: unknown) => boolean) => {
  const isValid = (node: Node, value: unknown): boolean => {
    if (node === 1) return typeof value === 'boolean';
    if (typeof node === 'string') return node.split(' ').includes(value as string);
    if (node[0] === 4) return node.includes(value as number, 1);
    if (node[0] === 8) return node.some((each, index) => index && isValid(each as Node, value));
    if (node[0] === 2) {
      const [, longest, shortest, pattern = ''] = node;
      return typeof value === 'string' && isWithin(value.length, longest, shortest) && RegExp(pattern).test(value);
    }
    if (node[0] === 3) {
      const [, largest, smallest, whole] = node;
      return (
        Number.isFinite(value) && isWithin(value as number, largest, smallest) && !(whole && (value as number) % 1)
      );
    }
    const isArray = Array.isArray(value);
    if (node[0] === 5) {
      return isArray && isWithin(value.length, node[1], node[2]) && value.every((each) => isValid(node[3], each));
    }
    if (typeof value !== 'object' || !value || isArray) return false;
    const keys = Object.keys(value);
    if (node[0] === 7) {
      const word = own(value, node[1]);
      const chosen = word === undefined ? node[3] : typeof word === 'string' && own(node[2], word);
      return !!chosen && isValid(chosen as Node, value);
    }
    if (node[0] === 9) return keys.every((key) => RegExp(node[1]).test(key) && isValid(node[2], own(value, key)));
    const [, list, required = 0, here] = node;
    const known = list.split(' ');
    return (
      known.every((key, index) => index >= required || own(value, key) !== undefined) &&
      keys.every((key) => {
        const item = own(value, key);
        return known.includes(key) && (item === undefined || isValid(meaningOf(words, key, here), item));
      })
    );
  };
  return isValid;
};
