/** The language of the table. */
import type { Needs } from './need.ts';

/** One place of a definition, compact because it travels to every page. */
export type Node =
  /** anything: only the second half of the check looks inside, and the definition needs this part */
  | readonly [0, keyof Needs]
  /** a boolean */
  | readonly [1]
  /** one of these words */
  | string
  /** a string: longest, shortest, pattern */
  | readonly [2, number, number?, string?]
  /** any number */
  | readonly [3]
  /** one of these values */
  | readonly [4, ...(number | boolean)[]]
  /** an array: longest, shortest, item */
  | readonly [5, number, number, Node]
  /** an object with no other keys: the keys, how many of them (the first) are required, nodes of those that mean something else here */
  | readonly [6, string, number?, Words?]
  /** the first key chooses the node; without it the last node */
  | readonly [7, string, Words, Node?]
  /** any of these */
  | readonly [8, ...Node[]]
  /** a record: key pattern, value */
  | readonly [9, string, Node]
  /** a number: largest, smallest, whole */
  | readonly [10, number?, number?, 1?];

/** What keys mean in one object, where they mean something else than elsewhere. */
export type Words = { readonly [word: string]: Node };

/** What keys mean, those that mean the same in one line; one word means one thing, so most keys mean the same wherever they stand. `''`, the last: every other key. */
export type Meanings = readonly (readonly [keys: string, node: Node])[];
