/** Finds every place for free text in a JSON Schema, so that a new field is covered without a change of a test. */
import { branchesOf, isObject, type Json, type JsonSchema } from './jsonSchema.ts';

/** A place of a document for free text. */
export interface Slot {
  /** Where the text is, such as `options.surveys[0].title`. The name of a key ends in `{key}`. */
  readonly name: string;
  /** The schema of the text. */
  readonly schema: JsonSchema;
  /** Returns a document with the text in this place, and only what leads to it. It may lack required fields. */
  place(text: string): Json;
}

/** Examples of objects whose keys have a meaning, by the name of the object. Other keys are unknown to the product. */
export type Examples = Readonly<Record<string, Json>>;

/** The key of an object without known keys. The number tells apart values of different kinds. */
const toKey = (index: number): string => `key${index}`;

const SELF: Slot['place'] = (text) => text;

/** Returns the fields of an object that have one fixed value, such as `type: 'nps'`. */
const fixedOf = ({ properties = {} }: JsonSchema): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, { const: fixed }]) =>
      typeof fixed === 'string' ? [[key, fixed as Json] as const] : [],
    ),
  );

const under = (slots: readonly Slot[], wrap: (inner: Json) => Json): Slot[] =>
  slots.map((slot) => ({ ...slot, place: (text) => wrap(slot.place(text)) }));

/** Returns the slots of an object with arbitrary keys: the keys, and what is in the values. */
const inRecord = (schema: JsonSchema, name: string, examples: Examples, example: Json | undefined): Slot[] => {
  const values = schema.additionalProperties as JsonSchema;
  const value = example ?? examples[name];
  const key: Slot = {
    name: `${name}{key}`,
    schema: schema.propertyNames ?? { type: 'string' },
    // A computed key makes an own property of `__proto__` too.
    place: (text) => ({ [text]: toSample(values) }),
  };
  if (isObject(value)) {
    const known = Object.entries(value).flatMap(([each, inner]) =>
      under(toSlots(values, `${name}.${each}`, examples, inner), (text) => ({ [each]: text })),
    );
    return [key, ...known];
  }
  const inValues = branchesOf(values).flatMap((branch, index) =>
    under(toSlots(branch, `${name}.${toKey(index)}`, examples), (text) => ({ [toKey(index)]: text })),
  );
  return [key, ...inValues];
};

/** Returns true when a schema fits the kind of an example. */
const fitsExample = ({ type }: JsonSchema, example: Json): boolean =>
  type === (Array.isArray(example) ? 'array' : typeof example);

/** Returns the slots of an array. Objects of different kinds have places of their own. */
const inArray = (items: JsonSchema, name: string, examples: Examples, example?: Json): Slot[] => {
  if (Array.isArray(example)) {
    return example.flatMap((each: Json, at) =>
      under(toSlots(items, `${name}[${at}]`, examples, each), (text) => [...Array(at), text]),
    );
  }
  return branchesOf(items).flatMap((branch, index) => {
    const at = branch.type === 'object' ? index : 0;
    return under(toSlots(branch, `${name}[${at}]`, examples), (text) => [...Array(at), text]);
  });
};

/** Returns the slots of a schema. An `example` says which keys of an object with arbitrary keys have a meaning. */
export const toSlots = (schema: JsonSchema, name: string, examples: Examples = {}, example?: Json): Slot[] => {
  const branches = branchesOf(schema);
  if (branches.length > 1) {
    const fitting = example === undefined ? branches : branches.filter((branch) => fitsExample(branch, example));
    return fitting.flatMap((branch) => toSlots(branch, name, examples, example));
  }
  const { type, properties, additionalProperties, items } = schema;
  if (type === 'string') return schema.enum || schema.const !== undefined ? [] : [{ name, schema, place: SELF }];
  if (type === 'array' && items) return inArray(items, name, examples, example);
  if (type !== 'object') return [];
  if (!properties) return typeof additionalProperties === 'object' ? inRecord(schema, name, examples, example) : [];
  const fixed = fixedOf(schema);
  return Object.entries(properties).flatMap(([key, inner]) =>
    under(toSlots(inner, `${name}.${key}`, examples), (text) => ({ ...fixed, [key]: text })),
  );
};

/** Texts that match the patterns of the schemas. */
const SAMPLES = ['a', '9s', '/x', '#0b6477'];

/** Returns a small value that matches a schema. */
export const toSample = (schema: JsonSchema): Json => {
  const [first = schema] = branchesOf(schema);
  if (first !== schema) return toSample(first);
  if (schema.const !== undefined) return schema.const as Json;
  if (schema.enum) return schema.enum[0] as Json;
  switch (schema.type) {
    case 'string': {
      const sample = SAMPLES.find((each) => new RegExp(schema.pattern ?? '').test(each));
      if (sample === undefined) throw new Error(`No sample matches the pattern ${schema.pattern}. Add one to SAMPLES.`);
      return sample;
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => toSample(schema.items ?? {}));
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, toSample(schema.properties?.[key] ?? {})]));
    case 'boolean':
      return true;
    default:
      return schema.minimum ?? 0;
  }
};
