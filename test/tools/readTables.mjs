/** Converts the zod schemas to the tables of `src/check`, as TypeScript source. */
import { runnerImport } from 'vite';
import { toJSONSchema } from 'zod/mini';
import { toCheckTables } from './checkTable.mjs';

const load = async (file) => (await runnerImport(`./src/schema/${file}.ts`, { logLevel: 'error' })).module;

export const readTables = async () => {
  const [options, survey, context] = await Promise.all(['options', 'survey', 'context'].map(load));
  const schemas = {
    settings: options.clientSettings,
    survey: survey.survey,
    context: context.context,
    respondent: context.respondent,
    subject: context.subject,
  };
  return toCheckTables(
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toJSONSchema(schema, { io: 'input' })])),
  );
};
