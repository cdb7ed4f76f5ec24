/**
 * Turns JSON Schema documents into the compact table of `src/check/table.ts`. Fails on a keyword it does not know:
 * a rule that the page could not hold must not go missing silently.
 */

const KNOWN = new Set([
  '$schema',
  'type',
  'const',
  'enum',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'anyOf',
  'oneOf',
  'propertyNames',
  'format',
]);

const trim = (list) => {
  while (list.at(-1) === undefined) list.pop();
  return list;
};

/** Flattens zod's `allOf` of one pattern or bound each, where it writes one. */
const flat = (schema) => {
  const { allOf, ...rest } = schema;
  return allOf ? Object.assign({}, rest, ...allOf.map(flat)) : rest;
};

const DISCRIMINATORS = ['metric', 'type'];

const toChoice = (members) => {
  for (const key of DISCRIMINATORS) {
    const words = members.map((member) => member.properties?.[key]?.const);
    const others = members.filter((_, index) => words[index] === undefined);
    if (members.every((member) => member.type === 'object') && words.some(Boolean) && others.length < 2) {
      const byWord = Object.fromEntries(
        members.flatMap((member, i) => (words[i] === undefined ? [] : [[words[i], toNode(member)]])),
      );
      return trim([7, key, byWord, others[0] && toNode(others[0])]);
    }
  }
  return [8, ...members.map(toNode)];
};

export const toNode = (raw) => {
  const schema = flat(raw);
  for (const key of Object.keys(schema))
    if (!KNOWN.has(key)) throw new Error(`The fast check does not know "${key}" in ${JSON.stringify(schema)}`);
  if (schema.const !== undefined) return [4, schema.const];
  if (schema.enum) return [4, ...schema.enum];
  const members = schema.anyOf ?? schema.oneOf;
  if (members) return toChoice(members.map(flat));
  switch (schema.type) {
    case 'boolean':
      return 1;
    case 'string':
      return trim([2, schema.maxLength ?? 1e4, schema.minLength, schema.pattern]);
    case 'integer':
    case 'number': {
      const safe = (bound) => (Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound);
      return trim([3, safe(schema.minimum), safe(schema.maximum), schema.type === 'integer' ? 1 : undefined]);
    }
    case 'array':
      return trim([5, toNode(schema.items), schema.maxItems ?? 1e4, schema.minItems]);
    case 'object': {
      if (schema.propertyNames) return [9, schema.propertyNames.pattern, toNode(schema.additionalProperties)];
      if (schema.additionalProperties !== false) throw new Error('The fast check wants strict objects');
      const fields = Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, toNode(value)]));
      return trim([6, fields, schema.required?.join(' ')]);
    }
    default:
      throw new Error(`The fast check does not know ${JSON.stringify(schema)}`);
  }
};

const toSource = (value) =>
  JSON.stringify(value, (_, inner) => inner)
    .replaceAll('null', 'undefined')
    .replace(/"([A-Za-z_]\w*)":/g, '$1:');

/** Writes the module. Nodes that stand in several places become constants, so that they travel once. */
export const toCheckTable = (schemas) => {
  const counts = new Map();
  const visit = (node) => {
    if (typeof node !== 'object' || !node) return;
    const text = toSource(node);
    if (Array.isArray(node)) counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.get(text) > 1) return;
    for (const inner of Array.isArray(node) ? node : Object.values(node)) visit(inner);
  };
  const nodes = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toNode(schema)]));
  for (const node of Object.values(nodes)) visit(node);
  const shared = [...counts]
    .filter(([text, count]) => count > 1 && text.length > 8)
    .sort((a, b) => a[0].length - b[0].length);
  const names = new Map(shared.map(([text], index) => [text, `n${index}`]));
  const write = (node, top = false) => {
    const name = top ? undefined : names.get(toSource(node));
    if (name) return name;
    if (Array.isArray(node)) return `[${node.map((inner) => write(inner)).join(', ')}]`;
    if (typeof node === 'object' && node) {
      return `{ ${Object.entries(node)
        .map(([key, inner]) => `${key}: ${write(inner)}`)
        .join(', ')} }`;
    }
    return toSource(node) ?? 'undefined';
  };
  const lines = shared.map(([text], index) => {
    const node = JSON.parse(text.replace(/([{,])([A-Za-z_]\w*):/g, '$1"$2":').replaceAll('undefined', 'null'));
    return `const n${index}: Node = ${write(node, true)};`;
  });
  const exports = Object.entries(nodes).map(([name, node]) => `export const ${name}Node: Node = ${write(node)};`);
  return [
    '// Generated from src/schema by `npm run generate`. A test holds it to the schemas.',
    "import type { Node } from './check.ts';",
    '',
    ...lines,
    '',
    ...exports,
    '',
  ].join('\n');
};
