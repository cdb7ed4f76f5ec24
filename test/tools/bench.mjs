/**
 * Measures the script tag against prompts that do nothing else, side by side: `npm run bench`,
 * `-- --loads 15 --profile 6x --profile slow4g --json`. What it compares and how: test/bench/README.md.
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '15' },
    profile: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});
const { PROFILE_NAMES, runBench } = (await runnerImport('./test/bench/runBench.ts', { logLevel: 'error' })).module;

const loads = Number(values.loads);
const profiles = values.profile?.flatMap((names) => names.split(',')) ?? PROFILE_NAMES;
const unknown = profiles.filter((name) => !PROFILE_NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`No such profile: ${unknown.join(', ')}. Known profiles: ${PROFILE_NAMES.join(', ')}.`);
  process.exit(1);
}
if (!Number.isInteger(loads) || loads < 1) {
  console.error(`--loads is a whole number from 1, not ${values.loads}.`);
  process.exit(1);
}
await runBench({ loads, profiles, json: values.json });
