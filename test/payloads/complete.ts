/** Makes whole documents from what the slots need. */
import { branchesOf, isObject, type Json, type JsonObject, type JsonSchema } from './jsonSchema.ts';
import { toSample } from './slots.ts';

/** Merges two partial documents. Returns undefined when both have a value at the same place and the values differ. */
export const fuse = (one: Json | undefined, other: Json | undefined): Json | undefined => {
  if (one === undefined || one === other) return other;
  if (other === undefined) return one;
  if (Array.isArray(one) && Array.isArray(other)) {
    const fused = Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
      fuse(one[index] as Json | undefined, other[index] as Json | undefined),
    );
    const clashes = fused.some((each, index) => each === undefined && (one[index] ?? other[index]) !== undefined);
    return clashes ? undefined : (fused as Json[]);
  }
  if (!isObject(one) || !isObject(other)) return undefined;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const entries = keys.map((key) => [key, fuse(ownOf(one, key), ownOf(other, key))] as const);
  if (entries.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(entries) as JsonObject;
};

const ownOf = (value: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const typeOf = (value: Json): string => (Array.isArray(value) ? 'array' : typeof value);

/** Returns true when a partial value can become a value of this schema. */
const canBecome = (value: Json, { type, properties = {} }: JsonSchema): boolean => {
  if (type !== typeOf(value)) return false;
  if (!isObject(value)) return true;
  return Object.entries(properties).every(
    ([key, { const: fixed }]) => typeof fixed !== 'string' || ownOf(value, key) === undefined || value[key] === fixed,
  );
};

/** Adds the required fields that a partial document lacks, with samples as their values. */
export const complete = (schema: JsonSchema, value: Json | undefined, index = 0): Json => {
  const branches = branchesOf(schema);
  if (value === undefined) return toSample(branches[index] ?? schema);
  if (branches.length > 1) {
    const branch =
      branches.find((each) => canBecome(value, each) && hasKeysOf(each, value)) ??
      branches.find((each) => canBecome(value, each));
    return branch ? complete(branch, value) : value;
  }
  const { items, minItems = 0, properties = {}, required = [], additionalProperties } = schema;
  if (Array.isArray(value) && items) {
    const length = Math.max(value.length, minItems);
    return Array.from({ length }, (_, at) => complete(items, value[at] as Json | undefined, at));
  }
  if (!isObject(value)) return value;
  const others = typeof additionalProperties === 'object' ? additionalProperties : {};
  const given = Object.entries(value).map(([key, each]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : others;
    return [key, complete(known ?? {}, each)] as const;
  });
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  return Object.fromEntries([
    ...given,
    ...missing.map((key) => [key, complete(properties[key] ?? {}, undefined)] as const),
  ]);
};

/** Returns true when a schema of an object knows the first key of a value. A survey is told from others by its first key. */
const hasKeysOf = ({ properties, additionalProperties }: JsonSchema, value: Json): boolean =>
  !isObject(value) ||
  additionalProperties !== false ||
  Object.keys(value).every((key) => Object.hasOwn(properties ?? {}, key));
