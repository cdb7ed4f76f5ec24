/** Writes what is generated from the schemas: the tables of `src/check`. `--check` only says whether they are up to date. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readTables } from './readTables.mjs';

// That of the one file is made where it is built: it is the whole one without what is large.
const { oneFileTable: _, ...tables } = await readTables();
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
