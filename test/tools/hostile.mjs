/**
 * Runs the hostile pages of test/hostile in real browsers: `npm run test:hostile`, `-- --engine firefox,webkit`. Chromium runs all of them,
 * Firefox and WebKitGTK those that matter most. A missing engine is a failure.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureEngine } from './findEngines.mjs';

const FILES = {
  chromium: 'test/browser/hostile.test.ts',
  firefox: 'test/hostile/firefox.test.ts',
  webkit: 'test/hostile/webkit.test.ts',
};

const { values } = parseArgs({
  options: { engine: { type: 'string', multiple: true, default: Object.keys(FILES) } },
});
const engines = values.engine.flatMap((names) => names.split(','));
try {
  for (const engine of engines) ensureEngine(engine);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await build({ declarations: false });
const { status } = spawnSync(
  'npx',
  [
    ...['--no-install', 'vitest', 'run', '--project', 'browser', '--project', 'hostile'],
    ...engines.map((engine) => FILES[engine]),
  ],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exitCode = status ?? 1;
