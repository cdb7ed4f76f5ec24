/**
 * `npm test` runs all steps of CI. The machine needs only Node: missing dependencies and a missing browser are installed.
 * The part `check` runs the type check, the linter and the fast tests. The part `browser` runs the browser tests, the part `payloads` those
 * with hostile texts.
 */
import { existsSync, statSync } from 'node:fs';
import { runSteps } from './runSteps.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`scorelet needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const node = (...args) => [process.execPath, ...args];
const npx = (...args) => ['npx', '--no-install', ...args];
const vitest = (...projects) => npx('vitest', 'run', ...projects.flatMap((name) => ['--project', name]));

const isInstalled = () =>
  existsSync('node_modules/.package-lock.json') &&
  statSync('node_modules/.package-lock.json').mtimeMs >= statSync('package-lock.json').mtimeMs;

const findOrInstallBrowser = async () => {
  const { ensureBrowser } = await import('./findBrowser.mjs');
  console.log(ensureBrowser());
  return true;
};

const findOrInstallEngines = async () => {
  const { ensureEngine } = await import('./findEngines.mjs');
  for (const name of ['firefox', 'webkit']) ensureEngine(name);
  return true;
};

const INSTALLED = { needs: ['install'] };
const BUILT = { needs: ['build'] };
const IN_BROWSER = { needs: ['browser', 'build'] };

// The steps that are not `wide` run two at a time, each on one core.
const steps = {
  install: { run: isInstalled() ? [] : [['npm', 'ci', '--no-audit', '--no-fund']], wide: true },
  browser: { ...INSTALLED, run: findOrInstallBrowser, wide: true },
  'unit and jsdom tests': { ...INSTALLED, run: [vitest('unit', 'dom')], wide: true },
  types: { ...INSTALLED, run: [npx('tsc', '-p', '.'), npx('tsc', '-p', 'tsconfig.headless.json', '--noEmit')] },
  lint: { ...INSTALLED, run: [npx('biome', 'ci', '--error-on-warnings', '.')] },
  generated: { ...INSTALLED, run: [node('test/tools/generate.mjs', '--check')] },
  build: { ...INSTALLED, run: [node('test/tools/build.mjs')] },
  'example tests': { ...IN_BROWSER, run: [vitest('examples')] },
  'simulation tests': { ...INSTALLED, run: [vitest('simulation')] },
  budgets: { ...BUILT, run: [node('test/tools/size.mjs')] },
  package: { ...BUILT, run: [node('test/tools/integrity.mjs', '--check'), node('test/tools/checkPackage.mjs')] },
  'tests of the built files': { ...BUILT, run: [vitest('built')] },
  'database tests': { ...INSTALLED, run: [vitest('database')], wide: true },
  mutants: { ...INSTALLED, run: [node('test/tools/mutants.mjs', '--sample')], wide: true },
  governance: {
    ...INSTALLED,
    run: [
      node('test/tools/simulateGovernance.mjs', '--worlds', '500'),
      node('test/tools/mutantsGovernance.mjs', '--sample'),
    ],
    wide: true,
  },
  'browser tests': { ...IN_BROWSER, run: [vitest('browser', 'a11y')], wide: true },
  'hostile texts': { ...IN_BROWSER, run: [vitest('payloads')], wide: true },
  costs: { ...IN_BROWSER, run: [node('test/tools/measurePage.mjs', '--visits', '1')], wide: true },
  engines: { ...INSTALLED, run: findOrInstallEngines, wide: true },
  'hostile pages in Firefox and WebKitGTK': { needs: ['engines', 'build'], run: [vitest('hostile')], wide: true },
};

const PARTS = {
  check: ['install', 'unit and jsdom tests', 'types', 'lint', 'generated'],
  browser: ['install', 'browser', 'build', 'browser tests'],
  payloads: ['install', 'browser', 'build', 'hostile texts'],
};

const [, , part] = process.argv;
const names = part === undefined ? Object.keys(steps) : PARTS[part];
if (!names) {
  console.error(`Unknown part "${part}". Known parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
const passed = await runSteps(Object.fromEntries(names.map((name) => [name, steps[name]])));
process.exitCode = passed ? 0 : 1;
