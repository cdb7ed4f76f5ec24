/**
 * The prompt for everybody, in a real browser: `npm run test:a11y`. With `-- --engine firefox` or `webkit` the keys, the pointer
 * and the focus in another; axe, trees, media and geometry are read in Chromium. A missing engine is a failure.
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
