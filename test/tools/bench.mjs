/**
 * Measures the built script tag against minimal Preact prompts of the same look: `npm run bench`,
 * `-- --loads 15 --profile 6x --profile slow4g --json`. test/bench/README.md describes the method.
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
  console.error(`Unknown profile: ${unknown.join(', ')}. Known profiles: ${PROFILE_NAMES.join(', ')}.`);
  process.exit(1);
}
if (!Number.isInteger(loads) || loads < 1) {
  console.error(`--loads must be a whole number of at least 1, got "${values.loads}".`);
  process.exit(1);
}
await runBench({ loads, profiles, json: values.json });
