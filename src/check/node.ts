/** The format of the check's table. */
import type { Needs } from './need.ts';

/** The type of one value in a definition. Compact, because every page loads the table. */
export type Node =
  /** any value: the second half of the check validates it, and the definition needs this part */
  | readonly [0, keyof Needs]
  /** a boolean */
  | readonly [1]
  /** one of these words */
  | string
  /** a string: maximum length, minimum length, pattern */
  | readonly [2, number, number?, string?]
  /** any number */
  | readonly [3]
  /** one of these values */
  | readonly [4, ...(number | boolean)[]]
  /** an array: maximum length, minimum length, item */
  | readonly [5, number, number, Node]
  /** an object without other keys: its keys, the number of required keys (they come first), nodes of keys with a special meaning here */
  | readonly [6, string, number?, Words?]
  /** an object whose node depends on the value of this key; the last node applies without the key */
  | readonly [7, string, Words, Node?]
  /** any of these nodes */
  | readonly [8, ...Node[]]
  /** a record: key pattern, value */
  | readonly [9, string, Node]
  /** a number: maximum, minimum, integer only */
  | readonly [10, number?, number?, 1?];

/** The nodes of keys that have a special meaning in one object. */
export type Words = { readonly [word: string]: Node };

/** The nodes of keys, which for most keys are the same in every object. The last entry, `''`, applies to all other keys. */
export type Meanings = readonly (readonly [keys: string, node: Node])[];
