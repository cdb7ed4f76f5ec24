/** The document in which all slots are: the options of a client and the arguments of its methods. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { locale as english } from '../../src/locales/en.ts';
import { context, properties, respondent, subject } from '../../src/schema/context.ts';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { type Examples, type Slot, toSlots } from './slots.ts';

const read = (name: string): JsonSchema => JSON.parse(readFileSync(`dist/schemas/${name}.v1.json`, 'utf8'));
const toSchema = (schema: z.core.$ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;

const toObject = (fields: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties: fields,
  additionalProperties: false,
});

const occasion = toObject({ subject: toSchema(subject), properties: toSchema(properties) });

/** The schema of the document. The options are read from the published schema, the arguments are generated from the sources. */
export const documentSchema: JsonSchema = {
  ...toObject({
    options: read('options'),
    identify: toSchema(respondent),
    setContext: toSchema(context),
    show: occasion,
    track: occasion,
  }),
  required: ['options'],
};

export const historySchema: JsonSchema = read('history');

const WORDS = { title: 'a', low: 'a', high: 'a', labels: ['a', 'a', 'a', 'a', 'a'] };
const TRANSLATED: Json = {
  en: {
    thanks: 'a',
    nps: { title: 'a', low: 'a', high: 'a' },
    csat: WORDS,
    comment: { title: 'a', titleBySegment: { promoter: 'a', satisfied: 'a', easy: 'a' } },
    choice: { title: 'a', options: { a: 'a' } },
    endings: { '0': { thanks: 'a', label: 'a' } },
  },
};

/** Words that the product looks up by their keys. */
const EXAMPLES: Examples = {
  'document.options.locale': english as unknown as Json,
  ...Object.fromEntries([0, 1, 2, 3].map((index) => [`document.options.surveys[${index}].translations`, TRANSLATED])),
};

/** All slots of the document. */
export const SLOTS: readonly Slot[] = toSlots(documentSchema, 'document', EXAMPLES).map((slot) => ({
  ...slot,
  name: slot.name.replace('document.', ''),
}));
