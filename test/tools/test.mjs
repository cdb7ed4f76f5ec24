/**
 * Everything that CI runs, in one command, on a machine that has only Node: installs what is missing, browser included, then
 * runs each step and says how long it took. A step that can't run is a failure. `browser` runs the browser tests alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`scorelet needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const run = (command, args) => {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(error.message);
  return status === 0;
};
const node = (...args) => run(process.execPath, args);
const npx = (...args) => run('npx', ['--no-install', ...args]);

const isInstalled = () =>
  existsSync('node_modules/.package-lock.json') &&
  statSync('node_modules/.package-lock.json').mtimeMs >= statSync('package-lock.json').mtimeMs;

const install = () => isInstalled() || run('npm', ['ci', '--no-audit', '--no-fund']);
const vitest = (...projects) => npx('vitest', 'run', ...projects.flatMap((name) => ['--project', name]));

const steps = {
  install,
  browser: async () => {
    const { ensureBrowser } = await import('./findBrowser.mjs');
    console.log(ensureBrowser());
    return true;
  },
  generated: () => node('test/tools/generate.mjs', '--check'),
  types: () => npx('tsc', '-p', '.') && npx('tsc', '-p', 'tsconfig.headless.json', '--noEmit'),
  lint: () => npx('biome', 'ci', '--error-on-warnings', '.'),
  'unit and jsdom tests': () => vitest('unit', 'dom'),
  mutants: () => node('test/tools/mutants.mjs', '--sample'),
  governance: () =>
    node('test/tools/simulateGovernance.mjs', '--worlds', '500') &&
    node('test/tools/mutantsGovernance.mjs', '--sample'),
  build: () => node('test/tools/build.mjs'),
  budgets: () => node('test/tools/size.mjs'),
  package: () => node('test/tools/checkPackage.mjs'),
  'browser tests': () => vitest('browser'),
  accessibility: () => vitest('a11y'),
  'example tests': () => vitest('examples'),
};

const only = process.argv[2] === 'browser' ? ['install', 'browser', 'build', 'browser tests'] : Object.keys(steps);
const results = [];
for (const name of only) {
  console.log(`\n— ${name}`);
  const started = Date.now();
  let passed = false;
  try {
    passed = await steps[name]();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  results.push({ name, passed, seconds: (Date.now() - started) / 1000 });
  // Nothing works without the first two and the build; other steps are all worth knowing.
  if (!passed && ['install', 'browser', 'build'].includes(name)) break;
}

console.log('');
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}
const failed = only.length - results.filter(({ passed }) => passed).length;
console.log(`\n${only.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
