/** Converts zod issues to issues for developers, with the path, the expected value, the received value and a suggestion. */
import * as z from 'zod/mini';
import type { SchemaIssue } from './issue.ts';
import { nearest } from './nearest.ts';

type Path = readonly PropertyKey[];

const toPath = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );

const valueAt = (input: unknown, path: Path): unknown => {
  let value = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
};

/** Formats a received value for a message: strings in quotes, objects as JSON, truncated to 60 characters. */
export const toReceived = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = Object.prototype.toString.call(value);
  }
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const ORIGIN_UNIT: Record<string, string> = { string: ' characters', array: ' items' };

const toExpected = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number'
        : `${'aeiou'.includes(issue.expected.charAt(0)) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'too_small':
      return `at least ${issue.minimum}${ORIGIN_UNIT[issue.origin] ?? ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${ORIGIN_UNIT[issue.origin] ?? ''}`;
    case 'invalid_format':
      return 'pattern' in issue && issue.pattern ? `text like ${issue.pattern}` : `a valid ${issue.format}`;
    case 'unrecognized_keys':
      return 'a known key';
    case 'invalid_union':
      return 'one of the allowed forms';
    default:
      return issue.message;
  }
};

/** Returns the keys of an object schema. */
const keysOf = (schema: z.core.$ZodType): string[] => ('shape' in schema ? Object.keys(schema.shape as object) : []);

/** Returns the schemas at a path, through optionals, arrays and unions. A union can give several. */
const schemaAt = (schema: z.core.$ZodType, path: Path): z.core.$ZodType[] => {
  const definition = schema._zod.def as unknown as {
    type: string;
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    options?: z.core.$ZodType[];
  };
  if (definition.innerType) return schemaAt(definition.innerType, path);
  if (definition.options) return definition.options.flatMap((option) => schemaAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  if (definition.element) return schemaAt(definition.element, rest);
  const inner = 'shape' in schema ? (schema.shape as Record<PropertyKey, z.core.$ZodType>)[key] : undefined;
  return inner ? schemaAt(inner, rest) : [];
};

const explainIssue = (schema: z.core.$ZodType, input: unknown, issue: z.core.$ZodIssue, at: Path): SchemaIssue[] => {
  const path = [...at, ...issue.path];
  const value = valueAt(input, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = schemaAt(schema, issue.path).flatMap(keysOf);
    const free = known.filter((key) => !Object.hasOwn(value as object, key));
    return issue.keys.map((key) => ({
      path: toPath([...path, key]),
      expected: 'a known key',
      received: toReceived(key),
      suggestion: nearest(key, free),
    }));
  }
  // zod reports the issues of all members of a union. The deepest issue belongs to the member that the developer most likely meant.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const reach = (issues: z.core.$ZodIssue[]) =>
      Math.max(...issues.map((inner) => inner.path.length + (inner.code === 'unrecognized_keys' ? 1 : 0)));
    const best = [...issue.errors].sort((a, b) => reach(b) - reach(a))[0] ?? [];
    if (reach(best) > 0) {
      const here = schemaAt(schema, issue.path);
      const wrapped = here[0] ?? schema;
      return best.flatMap((inner) => explainIssue(wrapped, value, inner, path));
    }
    const expected = [...new Set(issue.errors.flat().map(toExpected))].join(' or ');
    const words = issue.errors
      .flat()
      .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
    const suggestion = typeof value === 'string' ? nearest(value, words) : undefined;
    return [{ path: toPath(path), expected, received: toReceived(value), suggestion }];
  }
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const suggestion = typeof value === 'string' ? nearest(value, words) : undefined;
  return [{ path: toPath(path), expected: toExpected(issue), received: toReceived(value), suggestion }];
};

/** Returns the issues of a value; an empty list when the value is valid. The path of each issue starts with `at`. */
export const checkWith = (schema: z.core.$ZodType, input: unknown, at: Path = []): SchemaIssue[] => {
  const result = z.safeParse(schema, input);
  return result.success ? [] : result.error.issues.flatMap((issue) => explainIssue(schema, input, issue, at));
};

export { toPath, valueAt };
