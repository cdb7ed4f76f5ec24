/**
 * Converts JSON Schema documents to the compact table of `src/check/table.ts`. Throws for an unknown keyword, so that no rule is
 * missing from the page's check without an error.
 */

const KNOWN = new Set(
  '$schema type const enum properties required additionalProperties items minItems maxItems minLength maxLength pattern minimum maximum anyOf oneOf propertyNames format'.split(
    ' ',
  ),
);
const DISCRIMINATORS = ['metric', 'type'];
/**
 * Fields that few definitions have. The first half of the check accepts any value in them, and reports which chunk the definition
 * needs in addition to the first file. The second half of the check, which the page then fetches, checks the values.
 */
const LEFT = {
  extras: 'labels icons segments endings closeAfter translations offset minLength',
  rules: 'targeting frequency sampling experiment priority report history debug',
  check: 'questions min max maxLength titleBySegment theme context touchpoint scope version preload redact colorScheme',
};
const ANY_TEXT = [2, 500, 1];
/** The table entry for `id` of `src/schema/primitives.ts`. */
const ID = [2, 80, 1, '^[\\w.:-]+$'];
/** Fields of which the first half knows only the common values. Any other value needs the named chunk, which knows all values. */
const PLAIN = {
  style: ['number', [0, 'extras']],
  variant: ['ces2 ease5', [0, 'extras']],
  presentation: ['popover inline', [0, 'extras']],
  placement: ['bottom-end bottom-start top-end top-start', [0, 'extras']],
  locale: [ANY_TEXT, [0, 'check']],
  trigger: ['load manual', { fields: { event: ID }, required: [] }, [0, 'rules']],
};

/** Returns the entry of a key in the first half. Returns undefined for a key that the first half checks completely. */
const toLeft = (key) => {
  const [need] = Object.entries(LEFT).find(([, keys]) => keys.split(' ').includes(key)) ?? [];
  if (need) return [0, need];
  return PLAIN[key] && [8, ...PLAIN[key]];
};
const MANY = 1e4;

const trim = (list) => {
  while (list.length > 0 && list.at(-1) === undefined) list.pop();
  return list;
};

/** Flattens the `allOf` lists in which zod writes one pattern or bound per item. */
const flat = ({ allOf, ...rest }) => (allOf ? Object.assign({}, rest, ...allOf.map(flat)) : rest);

/** Converts a schema to a draft. Objects stay `{ fields, required }` until the most common meaning of each key is known. */
const toDraft = (raw) => {
  const schema = flat(raw);
  for (const key of Object.keys(schema)) {
    if (!KNOWN.has(key)) throw new Error(`The fast check does not know "${key}" in ${JSON.stringify(schema)}`);
  }
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values?.every((value) => typeof value === 'string')) return values.join(' ');
  if (values) return [4, ...values];
  const members = (schema.anyOf ?? schema.oneOf)?.map(flat);
  if (members) return toChoice(members);
  switch (schema.type) {
    case 'boolean':
      return [1];
    case 'string':
      return trim([
        2,
        schema.maxLength ?? MANY,
        schema.minLength ?? (schema.pattern && 0),
        schema.pattern?.replaceAll('\\/', '/'),
      ]);
    case 'integer':
    case 'number': {
      const safe = (bound) => (Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound);
      const bounds = trim([safe(schema.maximum), safe(schema.minimum), schema.type === 'integer' ? 1 : undefined]);
      return bounds.length > 0 ? [10, ...bounds] : [3];
    }
    case 'array':
      return [5, schema.maxItems ?? MANY, schema.minItems ?? 0, toDraft(schema.items)];
    case 'object': {
      if (schema.propertyNames)
        return [9, toDraft({ type: 'string', ...schema.propertyNames }), toDraft(schema.additionalProperties)];
      if (schema.additionalProperties !== false) throw new Error('The fast check wants strict objects');
      const fields = Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, toDraft(value)]));
      return { fields, required: schema.required ?? [] };
    }
    default:
      throw new Error(`The fast check does not know ${JSON.stringify(schema)}`);
  }
};

/** Removes the meaning of a discriminator key: its value has already selected the object. */
const withoutField = ({ fields, required }, key) => ({
  fields: { ...fields, [key]: undefined },
  required: required.filter((each) => each !== key),
});

const toChoice = (members) => {
  for (const key of DISCRIMINATORS) {
    const words = members.map((member) => member.properties?.[key]?.const);
    const others = members.filter((_, index) => words[index] === undefined);
    if (members.every((member) => member.type === 'object') && words.some(Boolean) && others.length < 2) {
      const byWord = Object.fromEntries(
        members.flatMap((member, i) =>
          words[i] === undefined ? [] : [[words[i], withoutField(toDraft(member), key)]],
        ),
      );
      return trim([7, key, { byWord }, others[0] && toDraft(others[0])]);
    }
  }
  return [8, ...members.map(toDraft)];
};

/** Counts the meanings of each key in all objects. */
const countMeanings = (draft, counts) => {
  if (Array.isArray(draft)) for (const inner of draft) countMeanings(inner, counts);
  else if (draft?.byWord) for (const inner of Object.values(draft.byWord)) countMeanings(inner, counts);
  else if (draft?.fields) {
    for (const [key, inner] of Object.entries(draft.fields)) {
      if (inner === undefined) continue;
      const meanings = counts.get(key) ?? new Map();
      const text = JSON.stringify(inner);
      meanings.set(text, { inner, count: (meanings.get(text)?.count ?? 0) + 1 });
      counts.set(key, meanings);
      countMeanings(inner, counts);
    }
  }
  return counts;
};

/** Returns a draft without the parts that the second half of the check covers. */
const toFirstHalf = (draft) => {
  if (Array.isArray(draft)) return draft.map(toFirstHalf);
  if (!draft?.fields) return draft;
  const entries = Object.entries(draft.fields).map(([key, inner]) => [key, toLeft(key) ?? toFirstHalf(inner)]);
  return { ...draft, fields: Object.fromEntries(entries) };
};

/**
 * Returns a survey for the first half: the fields of all forms together. The second half checks which field belongs to which
 * metric, and the rules between fields.
 */
const toAnyForm = ([, key, { byWord }, long]) => {
  const forms = [...Object.values(byWord), long];
  const fields = Object.assign({}, ...forms.map((form) => form.fields));
  return { fields: { ...fields, [key]: Object.keys(byWord).join(' ') }, required: ['id'] };
};

/** The fields of the rules. `trigger` belongs to them when it is an object. */
const RULES = ['trigger', ...LEFT.rules.split(' ')];

/** Returns the fields of a survey and of the settings that belong to the rules. */
const pickRules = ({ settings, survey }) => {
  const [, , { byWord }] = survey;
  const all = { ...settings.fields, ...byWord.nps.fields };
  const keys = RULES.filter((key) => all[key]);
  return { rules: { fields: Object.fromEntries(keys.map((key) => [key, all[key]])), required: [] } };
};

/** Returns the drafts of the settings and the survey. Fields that belong to rules (targeting, triggers, frequency caps) are left empty. */
const withoutRules = ({ settings, survey, ...rest }) => {
  const strip = (draft) => ({
    ...draft,
    fields: Object.fromEntries(
      Object.entries(draft.fields).map(([key, inner]) => [key, RULES.includes(key) ? [0, 'rules'] : inner]),
    ),
  });
  const [kind, key, { byWord }, long] = survey;
  const forms = Object.fromEntries(Object.entries(byWord).map(([word, form]) => [word, strip(form)]));
  return { settings: strip(settings), survey: [kind, key, { byWord: forms }, strip(long)], ...rest };
};

/** Writes the table modules: the first half of the check, which is in the first file, the table of the rules, and the full table. */
export const toCheckTables = (schemas) => {
  const whole = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toDraft(schema)]));
  const { context: _, ...half } = whole;
  const first = toTable(toFirstHalf({ fields: { ...half, survey: toAnyForm(half.survey) } }).fields, {
    says: 'What keys mean, wherever they stand. What is left to a later table means anything.',
    other: [0, 'check'],
    left: LEFT,
  });
  const rules = toTable(pickRules(whole), {
    says: 'What the fields of the rules mean, wherever they stand.',
    other: [0, 'rules'],
  });
  const second = toTable(withoutRules(whole), {
    says: 'What keys mean, wherever they stand. The first table has the meanings that it checks completely; the inside of the rules has a table of its own.',
    other: ANY_TEXT,
    known: first.sources,
  });
  return { table: first.module, rulesTable: rules.module, secondTable: second.module };
};

/**
 * Writes a table module: the meaning of each key, the meaning of any `other` key, then the objects as lists of keys. `known` has the
 * sources of the meanings that another table contains already. Returns the sources of all meanings by key, too.
 */
const toTable = (drafts, { says, other, left = {}, known = new Map() }) => {
  const counts = countMeanings(Object.values(drafts), new Map());
  const usual = new Map(
    [...counts].map(([key, meanings]) => [key, [...meanings.values()].sort((a, b) => b.count - a.count)[0].inner]),
  );
  for (const [need, keys] of Object.entries(left)) for (const key of keys.split(' ')) usual.set(key, [0, need]);

  const finish = (draft) => {
    if (Array.isArray(draft)) return draft.map(finish);
    if (draft?.byWord)
      return Object.fromEntries(Object.entries(draft.byWord).map(([word, inner]) => [word, finish(inner)]));
    if (!draft?.fields) return draft;
    const { fields, required } = draft;
    const keys = [...required, ...Object.keys(fields).filter((key) => !required.includes(key))];
    const own = Object.entries(fields).filter(
      ([key, inner]) => inner !== undefined && JSON.stringify(inner) !== JSON.stringify(usual.get(key)),
    );
    return trim([
      6,
      keys.join(' '),
      required.length || (own.length > 0 ? 0 : undefined),
      own.length > 0 ? own.map(([key, inner]) => [key, finish(inner)]) : undefined,
    ]);
  };
  const toSource = (value) => JSON.stringify(value)?.replaceAll('null', 'undefined') ?? 'undefined';
  // Keys with the same meaning share one line.
  const lines = new Map();
  const sources = new Map([...usual].map(([key, draft]) => [key, toSource(finish(draft))]));
  for (const [key, source] of sources) {
    if (source === toSource(other) || source === known.get(key)) continue;
    lines.set(source, [...(lines.get(source) ?? []), key]);
  }
  const module = [
    '// Generated from src/schema by `npm run generate`. A test holds it to the schemas.',
    "import type { Meanings, Node } from './node.ts';",
    '',
    `/** ${says} */`,
    `export const meanings: Meanings = [${[...lines].map(([source, keys]) => `[${JSON.stringify(keys.join(' '))}, ${source}]`).join(', ')}];`,
    '/** What all other keys mean. */',
    `export const other: Node = ${toSource(other)};`,
    ...Object.entries(drafts).map(([name, draft]) => `export const ${name}Node: Node = ${toSource(finish(draft))};`),
    '',
  ].join('\n');
  return { module, sources };
};
