/**
 * Installs the package that `npm pack` creates into a temporary project and checks it: publint and Are the Types Wrong report no
 * problem, every entry can be imported in Node without adding a global, the types compile, rollup bundles it, and its command runs.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import resolve from '@rollup/plugin-node-resolve';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rollup } from 'rollup';
import { extract } from 'tar';

const CONSUMER = `
import { createScorelet, type ScoreletOptions, type EventOf } from 'scorelet';
import { createSession, toNormalSurvey } from 'scorelet/core';
import { parseSurvey, SchemaError } from 'scorelet/schema';
import { nps } from 'scorelet/score';
import { createCollector } from 'scorelet/collector';
import { collectOn, createTestClock, createTestCollector, createTestStorage, fillJsdom, findPrompt, promptOn, travelOn, type TestCollector } from 'scorelet/testing';

const options: ScoreletOptions = { collector: '/collect', surveys: [{ id: 'ticket', metric: 'ces', trigger: { event: 'ticket.closed' }, subject: 'ticket' }] };
// @ts-expect-error "npss" is not a metric
const wrong: ScoreletOptions = { collector: '/collect', surveys: [{ id: 'a', metric: 'npss' }] };
export const scorelet = createScorelet(options);
scorelet.on('answered', (event: EventOf<'answered'>) => event.data.answer.commit.inputMode);
export const collect: (request: Request) => Promise<Response> = createCollector({ store: { add: async () => ({ duplicates: [] }) } });
const collector: TestCollector = createTestCollector();
export const tested = createScorelet({ ...options, transport: collector.transport, now: createTestClock({ start: '2026-01-01' }).now });
export const scored: Promise<string> = collector.waitFor('answered').then((event) => event.data.answer.kind);
// @ts-expect-error "clicked" is not an event
collector.eventsOf('clicked');
export const kit = [collectOn, createTestStorage().length, fillJsdom, findPrompt, promptOn, travelOn];
export const all = [wrong, createSession, toNormalSurvey, parseSurvey, SchemaError, nps({ promoters: 5, passives: 3, detractors: 2 })?.estimate.toFixed()];
`;

/** A minimal collector server that a developer would write with `createCollector`. */
const SERVER = `
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { createCollector } from 'scorelet/collector';

const kept = new Map();
const collect = createCollector({
  store: {
    async add(events) {
      for (const { event } of events) if (!kept.has(event.source + event.id)) kept.set(event.source + event.id, event);
      return { duplicates: [] };
    },
  },
});
createServer(async (incoming, outgoing) => {
  const { url, method, headers } = incoming;
  const body = method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' } : {};
  const answer = await collect(new Request(new URL(url, 'http://localhost'), { method, headers, ...body }));
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
}).listen(0, '127.0.0.1', function () {
  console.log('http://127.0.0.1:' + this.address().port + '/collect');
});
`;

/** Files that must be in the package although no `exports` entry of package.json names them. */
const OTHER_FILES = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'dist/cdn/THIRD-PARTY-NOTICES.txt',
  'dist/cdn/scorelet.js.map',
  'dist/cdn/scorelet.single.js.sri',
];

const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8'));
/** The names of all entries that have types, for example `scorelet/core`. */
const MODULES = Object.entries(entries)
  .filter(([, target]) => target.types)
  .map(([entry]) => path.posix.join('scorelet', entry));

const checks = [];
const check = (name, passed, detail = '') => {
  checks.push(passed);
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}${passed || !detail ? '' : `\n${detail}`}`);
};
/** Checks that a command exits with 0. */
const checkRun = (name, command, args, options) => {
  try {
    execFileSync(command, args, { stdio: 'pipe', encoding: 'utf8', ...options });
    check(name, true);
  } catch (error) {
    check(name, false, `${error.stdout}${error.stderr}`);
  }
};

/** Packs the package and installs it into a folder. Returns the tarball's path, the installed package's path and the packed files. */
const install = async (folder) => {
  const [{ filename, files }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { encoding: 'utf8' }),
  );
  const tarball = path.join(folder, filename);
  const home = path.join(folder, 'node_modules', 'scorelet');
  mkdirSync(home, { recursive: true });
  await extract({ file: tarball, cwd: home, strip: 1 });
  // Links the dependencies that `npm install` would fetch.
  for (const name of ['preact', 'zod', 'typescript', '@typescript']) {
    if (existsSync(path.resolve('node_modules', name)))
      symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module', private: true }));
  // Links the `scorelet` command into node_modules/.bin.
  execFileSync('npm', ['rebuild', 'scorelet', '--offline', '--ignore-scripts'], { cwd: folder, stdio: 'pipe' });
  return { tarball, home, files: files.map((file) => file.path) };
};

const checkFiles = (files) => {
  const stray = files.filter((file) => /(^|\/)(test|examples|node_modules|\.data|\.demo)\//.test(file));
  check('the package contains no tests, examples or local data', stray.length === 0, stray.join('\n'));
  const missing = OTHER_FILES.filter((file) => !files.includes(file));
  check(`the package contains ${OTHER_FILES.join(', ')}`, missing.length === 0, `missing: ${missing.join(', ')}`);
};

const checkManifest = async (home) => {
  const { messages, pkg } = await publint({ pkgDir: home, pack: false, strict: true });
  check(
    'publint reports no problem',
    messages.length === 0,
    messages.map((each) => formatMessage(each, pkg)).join('\n'),
  );
};

/** The package supports `import` only. Problems of `require` and of resolvers that ignore `exports` do not count. */
const NOT_SUPPORTED = ['node10', 'node16-cjs'];

const checkTypes = async (tarball) => {
  const { problems = [{ kind: 'no types' }] } = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  const found = problems.filter(({ resolutionKind }) => !NOT_SUPPORTED.includes(resolutionKind));
  check('Are the Types Wrong reports no problem', found.length === 0, JSON.stringify(found, undefined, 2));
};

const checkConsumer = (folder) => {
  writeFileSync(path.join(folder, 'index.ts'), CONSUMER);
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }));
  checkRun('a TypeScript project that imports every entry compiles', 'npx', [
    '--no-install',
    'tsc',
    '-p',
    path.join(folder, 'tsconfig.json'),
  ]);
};

const checkImports = (folder) => {
  for (const entry of MODULES) {
    // zod stores its registries in globals, to share them between several copies of zod. These globals are allowed.
    const script = `const before = new Set(Reflect.ownKeys(globalThis)); await import(${JSON.stringify(entry)});
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key) && !String(key).startsWith('__zod_'));
      if (added.length > 0) throw new Error('The import adds globals: ' + added.map(String));`;
    const args = ['--input-type=module', '-e', script];
    checkRun(`importing ${entry} in Node adds no global`, process.execPath, args, { cwd: folder });
  }
};

const checkBundle = async (folder) => {
  const input = path.join(folder, 'entry.js');
  writeFileSync(input, `import { createScorelet } from 'scorelet'; createScorelet({ collector: '/collect' });`);
  const plugins = [resolve({ browser: true, preserveSymlinks: true })];
  const bundle = await rollup({ input, plugins, onwarn: () => {} });
  const { output } = await bundle.generate({ format: 'es' });
  const [first] = output;
  const eager = [first, ...first.imports.map((name) => output.find((file) => file.fileName === name))];
  check('rollup bundles the package into several chunks', output.length > 1);
  check(
    'the chunks that load with the page contain neither preact nor zod',
    eager.every((file) => Object.keys(file.modules).every((module) => !/node_modules\/(preact|zod)\//.test(module))),
  );
};

const checkCommand = async (folder) => {
  const npx = async (...args) => {
    try {
      return { code: 0, ...(await promisify(execFile)('npx', ['--no-install', 'scorelet', ...args], { cwd: folder })) };
    } catch (error) {
      return { code: error.code, stdout: error.stdout, stderr: error.stderr };
    }
  };
  const help = await npx('--help');
  const isHelp = help.code === 0 && help.stdout.includes('scorelet conformance <url>');
  check('npx scorelet --help prints the usage', isHelp, help.stderr);

  writeFileSync(path.join(folder, 'server.js'), SERVER);
  const server = spawn(process.execPath, ['server.js'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(server.stdout, 'data');
    const run = await npx('conformance', String(line).trim(), '--json');
    const { conforms, passed, cases = [] } = JSON.parse(run.stdout || '{}');
    const failures = cases.filter(({ status }) => status === 'failed');
    check(
      `npx scorelet conformance passes against createCollector (${passed} cases passed)`,
      run.code === 0 && conforms && failures.length === 0,
      run.stderr + JSON.stringify(failures, undefined, 2),
    );
    const wrong = await npx('conformance', String(line).trim().replace('http:', 'https:'));
    check('npx scorelet conformance exits with 2 when the server does not respond', wrong.code === 2, wrong.stderr);
  } finally {
    server.kill();
  }
};

const checkCdn = (home) => {
  const scripts = readdirSync(path.join(home, 'dist/cdn')).filter((file) => file.endsWith('.js'));
  const unmapped = scripts.filter((file) => !existsSync(path.join(home, 'dist/cdn', `${file}.map`)));
  check('every CDN file has a source map', unmapped.length === 0, unmapped.join('\n'));
  // The published Preact contains `innerHTML`. test/unit/rooms.test.ts checks that our own sources do not.
  const evaluating = scripts.filter((file) =>
    /\beval\(|\bnew Function\b|document\.write/.test(readFileSync(path.join(home, 'dist/cdn', file), 'utf8')),
  );
  check('no CDN file evaluates text or writes a document', evaluating.length === 0, evaluating.join('\n'));
};

const folder = mkdtempSync(path.join(tmpdir(), 'scorelet-consumer-'));
try {
  const { tarball, home, files } = await install(folder);
  checkFiles(files);
  await checkManifest(home);
  await checkTypes(tarball);
  checkConsumer(folder);
  checkImports(folder);
  await checkBundle(folder);
  await checkCommand(folder);
  checkCdn(home);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const failed = checks.filter((passed) => !passed).length;
console.log(`${checks.length - failed} of ${checks.length} package checks passed`);
process.exitCode = failed > 0 ? 1 : 0;
