/** Writes what is generated from the schemas: the tables of `src/check`. `--check` only says whether they are up to date. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { toJSONSchema } from 'zod/mini';
import { toCheckTables } from './checkTable.mjs';

const load = async (file) => (await runnerImport(`./src/schema/${file}.ts`, { logLevel: 'error' })).module;
const [options, survey, context] = await Promise.all(['options', 'survey', 'context'].map(load));

const schemas = {
  settings: options.clientSettings,
  survey: survey.survey,
  context: context.context,
  respondent: context.respondent,
  subject: context.subject,
  properties: context.properties,
};
const tables = toCheckTables(
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toJSONSchema(schema, { io: 'input' })])),
);
for (const [name, source] of Object.entries(tables)) {
  const file = `src/check/${name}.ts`;
  const formatted = execFileSync('npx', ['biome', 'format', `--stdin-file-path=${file}`], {
    input: source,
    encoding: 'utf8',
  });
  if (!process.argv.includes('--check')) writeFileSync(file, formatted);
  else if (readFileSync(file, 'utf8') !== formatted) {
    console.error(`${file} is older than the schemas: npm run generate`);
    process.exitCode = 1;
  }
}
