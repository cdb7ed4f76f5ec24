/** The format of the generated table with which the fast check validates survey definitions. */
import type { Needs } from './need.ts';

/** A table node: the type of one value in a survey definition. The format is compact, because every page loads the table. */
export type Node =
  /** any value: the second half of the check validates it, and a definition that contains it needs this part */
  | readonly [0, keyof Needs]
  /** a boolean */
  | readonly [1]
  /** one of these words */
  | string
  /** a string: maximum length in code points, minimum length, pattern */
  | readonly [2, number, number?, string?]
  /** any number */
  | readonly [3]
  /** one of these values */
  | readonly [4, ...(number | boolean)[]]
  /** an array: maximum length, minimum length, item */
  | readonly [5, number, number, Node]
  /**
   * an object without other keys: its keys; the number of required keys, which come first; and the nodes of the keys that have a special
   * meaning in this object
   */
  | readonly [6, string, number?, Meanings?]
  /** an object whose node depends on the value of this key; the last node applies when the key is missing */
  | readonly [7, string, Words, Node?]
  /** a value that matches any of these nodes */
  | readonly [8, ...Node[]]
  /** an object with arbitrary keys: the node of the keys, the node of the values */
  | readonly [9, Node, Node]
  /** a number: maximum, minimum, integer only */
  | readonly [10, number?, number?, 1?];

/** The node of an object for each value of one of its keys. */
export type Words = { readonly [word: string]: Node };

/** The table nodes by key. Most keys have the same node in every object. */
export type Meanings = readonly (readonly [keys: string, node: Node])[];
