/**
 * The page's fast check: says valid or not, in a fraction of what zod would cost every visitor.
 * `table.ts` is generated from the schemas; when this says no, zod is fetched to say what and where.
 */

/** One place of a definition, compact because it travels to every page. */
export type Node =
  /** a boolean */
  | 1
  /** a string: longest, shortest, pattern */
  | readonly [2, number, (number | undefined)?, string?]
  /** a number: smallest, largest, whole */
  | readonly [3, (number | undefined)?, (number | undefined)?, 1?]
  /** one of these values */
  | readonly [4, ...(string | number)[]]
  /** an array: item, longest, shortest */
  | readonly [5, Node, number, number?]
  /** an object with no other keys: the keys (`!` required); nodes of those that do not mean what they mean elsewhere */
  | readonly [6, string, Words?]
  /** the first key chooses the node; without it the last node */
  | readonly [7, string, Words, Node?]
  /** any of these */
  | readonly [8, ...Node[]]
  /** a record: key pattern, value */
  | readonly [9, string, Node];

/** What each key means; one word means one thing, so most keys mean the same wherever they stand. */
export type Words = { readonly [word: string]: Node };

const own = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key as keyof object] : undefined;

/** What keys mean, written the other way round: those that mean the same share one line. */
export type Meanings = readonly (readonly [keys: string, node: Node])[];

/** Returns what each key means. */
export const toWords = (meanings: Meanings): Words =>
  Object.fromEntries(meanings.flatMap(([keys, node]) => keys.split(' ').map((key) => [key, node])));

const MOST = Number.MAX_VALUE;
const within = (size: number, smallest: number, largest: number) => size >= smallest && size <= largest;

/** Creates the check. It reads own properties only and never throws. */
export const createCheck = (words: Words): ((node: Node, value: unknown) => boolean) => {
  const isValid = (node: Node, value: unknown): boolean => {
    if (node === 1) return typeof value === 'boolean';
    if (node[0] === 4) return node.includes(value as string, 1);
    if (node[0] === 8) return node.some((each, index) => index && isValid(each as Node, value));
    if (node[0] === 2) {
      const [, longest, shortest = 0, pattern = ''] = node;
      return typeof value === 'string' && within(value.length, shortest, longest) && new RegExp(pattern).test(value);
    }
    if (node[0] === 3) {
      const [, smallest = -MOST, largest = MOST, whole] = node;
      return Number.isFinite(value) && within(value as number, smallest, largest) && !(whole && (value as number) % 1);
    }
    if (node[0] === 5) {
      const [, item, longest, shortest = 0] = node;
      return (
        Array.isArray(value) && within(value.length, shortest, longest) && value.every((each) => isValid(item, each))
      );
    }
    if (typeof value !== 'object' || !value || Array.isArray(value)) return false;
    const keys = Object.keys(value);
    if (node[0] === 7) {
      const [, key, byWord, otherwise] = node;
      const word = own(value, key);
      const chosen = word === undefined ? otherwise : own(byWord, word as string);
      return !!chosen && isValid(chosen as Node, value);
    }
    if (node[0] === 9) return keys.every((key) => new RegExp(node[1]).test(key) && isValid(node[2], own(value, key)));
    const [, list, here = {}] = node;
    const known = list.split(' ');
    return (
      known.every((key) => !key.endsWith('!') || own(value, key.slice(0, -1)) !== undefined) &&
      keys.every((key) => {
        const item = own(value, key);
        return (
          (known.includes(key) || known.includes(`${key}!`)) &&
          (item === undefined || isValid((own(here, key) ?? words[key]) as Node, item))
        );
      })
    );
  };
  return isValid;
};
