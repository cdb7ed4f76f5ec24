import * as z from 'zod/mini';
import { eventByName } from './event.ts';
import { history, historyRequest } from './history.ts';
import { options } from './options.ts';
import { survey } from './survey.ts';

/**
 * Returns JSON Schema documents (draft 2020-12) by file name: `survey`, `options`, `history`, `history.request` and one for each event
 * type.
 */
export const toJsonSchemas = (): Record<string, Record<string, unknown>> => {
  const documents: Record<string, Record<string, unknown>> = {};
  const add = (name: string, id: string, schema: z.core.$ZodType) => {
    documents[name] = { ...(z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>), $id: id };
  };
  add('survey', 'urn:scorelet:survey:v1', survey);
  add('options', 'urn:scorelet:options:v1', options);
  add('history', 'urn:scorelet:history:v1', history);
  add('history.request', 'urn:scorelet:history.request:v1', historyRequest);
  for (const schema of Object.values(eventByName)) {
    const urn = [...schema.shape.dataschema._zod.values][0] as string;
    add(urn.split(':')[2] as string, urn, schema);
  }
  return documents;
};
