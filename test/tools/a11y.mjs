/**
 * Runs the accessibility tests of the prompt in a real browser: `npm run test:a11y`. In Chromium it runs all of them: axe,
 * accessibility trees, keys, focus, media and geometry. `-- --engine firefox` or `webkit` runs only the keyboard and focus tests.
 * A missing engine is a failure.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureEngine } from './findEngines.mjs';

const { values } = parseArgs({ options: { engine: { type: 'string', default: 'chromium' } } });
const { engine } = values;
try {
  ensureEngine(engine);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await build({ declarations: false });
const files = engine === 'chromium' ? [] : ['test/a11y/keyboard', 'test/a11y/focus'];
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', '--project', 'a11y', ...files], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, A11Y_ENGINE: engine },
});
process.exitCode = status ?? 1;
