/** Generates the tables of `src/check` from the schemas. `--check` writes nothing and exits with 1 when a table is out of date. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readTables } from './readTables.mjs';

for (const [name, source] of Object.entries(await readTables())) {
  const file = `src/check/${name}.ts`;
  const formatted = execFileSync('npx', ['biome', 'format', `--stdin-file-path=${file}`], {
    input: source,
    encoding: 'utf8',
  });
  if (!process.argv.includes('--check')) writeFileSync(file, formatted);
  else if (readFileSync(file, 'utf8') !== formatted) {
    console.error(`${file} does not match the schemas. Run "npm run generate".`);
    process.exitCode = 1;
  }
}
