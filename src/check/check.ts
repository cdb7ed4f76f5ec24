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
  /** an object with no other keys: fields, required keys */
  | readonly [6, { readonly [key: string]: Node }, string?]
  /** the first key chooses the node; without it the last node */
  | readonly [7, string, { readonly [word: string]: Node }, Node?]
  /** any of these */
  | readonly [8, ...Node[]]
  /** a record: key pattern, value */
  | readonly [9, string, Node];

const own = Object.prototype.hasOwnProperty;

/** Says whether a value is what the node describes. Reads own properties only; never throws. */
export const isValid = (node: Node, value: unknown): boolean => {
  if (node === 1) return typeof value === 'boolean';
  switch (node[0]) {
    case 2: {
      const [, longest, shortest = 0, pattern] = node;
      return (
        typeof value === 'string' &&
        value.length <= longest &&
        value.length >= shortest &&
        !(pattern && !new RegExp(pattern).test(value))
      );
    }
    case 3: {
      const [, smallest = -Infinity, largest = Infinity, whole] = node;
      return (
        Number.isFinite(value) &&
        (value as number) >= smallest &&
        (value as number) <= largest &&
        !(whole && (value as number) % 1)
      );
    }
    case 4:
      return node.indexOf(value as string, 1) > 0;
    case 5: {
      const [, item, longest, shortest = 0] = node;
      return (
        Array.isArray(value) &&
        value.length <= longest &&
        value.length >= shortest &&
        value.every((each) => isValid(item, each))
      );
    }
    case 8:
      return node.some((each) => isValid(each as Node, value));
  }
  if (typeof value !== 'object' || !value || Array.isArray(value)) return false;
  const fields = value as Record<string, unknown>;
  const get = (key: string) => (own.call(fields, key) ? fields[key] : undefined);
  if (node[0] === 7) {
    const [, key, nodes, otherwise] = node;
    const word = get(key);
    const chosen = word === undefined ? otherwise : own.call(nodes, word as string) ? nodes[word as string] : undefined;
    return !!chosen && isValid(chosen, value);
  }
  if (node[0] === 9) {
    return Object.keys(fields).every((key) => new RegExp(node[1]).test(key) && isValid(node[2], fields[key]));
  }
  const [, nodes, required] = node as Extract<Node, readonly [6, ...unknown[]]>;
  return (
    (!required || required.split(' ').every((key) => get(key) !== undefined)) &&
    Object.keys(fields).every(
      (key) => own.call(nodes, key) && (fields[key] === undefined || isValid(nodes[key] as Node, fields[key])),
    )
  );
};
