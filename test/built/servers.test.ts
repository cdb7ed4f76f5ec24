/** Imports the built files where there is no page: in a process, in a worker thread and in an edge runtime. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { EdgeVM } from '@edge-runtime/vm';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { describe, expect, it } from 'vitest';
import { watchGlobals } from './watchGlobals.mjs';

const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: { [entry: string]: { types?: string; default?: string } };
};
const modules = Object.entries(entries).flatMap(([entry, { types, default: file }]) =>
  types && file ? [{ name: path.posix.join('scorelet', entry), file }] : [],
);
const names = modules.map(({ name }) => name);
/** The chunks for the CDN. They are ES modules; `scorelet.js` and `scorelet.single.js` are scripts for pages. */
const chunks = readdirSync('dist/cdn').filter((file) => file.startsWith('scorelet-') && file.endsWith('.js'));

const UNTOUCHED = { read: [], changed: [] };
const toUntouched = (list: readonly string[]) => Object.fromEntries(list.map((name) => [name, UNTOUCHED]));

const run = async (file: string, ...args: string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [`test/built/${file}`, ...args]);
  return JSON.parse(stdout);
};

/** A module that reads `document` and adds a global, to show that the tests would see it. */
const TOUCHING = 'data:text/javascript,globalThis.leaked = typeof document;';
const TOUCHED = { read: ['document'], changed: ['leaked'] };

describe('in a process of Node', () => {
  it.each(names)('importing %s reads no global of a page and changes no global', async (name) => {
    expect(await run('importModules.mjs', name)).toEqual(toUntouched([name]));
  });

  it('importing the chunks for the CDN reads no global of a page and changes no global', async () => {
    const specifiers = chunks.map((file) => `scorelet/cdn/${file}`);
    expect(specifiers.length).toBeGreaterThan(40);
    expect(await run('importModules.mjs', ...specifiers)).toEqual(toUntouched(specifiers));
  });

  it('importing a script for pages only looks for a document', async () => {
    const scripts = ['scorelet.js', 'scorelet.single.js'].map((file) => `../../dist/cdn/${file}`);
    const onlyLooked = Object.fromEntries(scripts.map((name) => [name, { read: ['document'], changed: [] }]));
    expect(await run('importModules.mjs', ...scripts)).toEqual(onlyLooked);
  });

  it('a module that touches globals is reported', async () => {
    expect(await run('importModules.mjs', TOUCHING)).toEqual({ [TOUCHING]: TOUCHED });
  });
});

describe('in a worker thread', () => {
  const importIn = async (name: string): Promise<unknown> => {
    const worker = new Worker('./test/built/importModules.mjs', { workerData: [name] });
    const [reports] = await once(worker, 'message');
    await worker.terminate();
    return reports;
  };

  it.each(names)('importing %s reads no global of a page and changes no global', async (name) => {
    expect(await importIn(name)).toEqual(toUntouched([name]));
  });

  it('a module that touches globals is reported', async () => {
    expect(await importIn(TOUCHING)).toEqual({ [TOUCHING]: TOUCHED });
  });
});

/** Bundles an entry with its dependencies and everything it fetches later into one expression, whose value is the exports. */
const toExpression = async (file: string): Promise<string> => {
  const bundle = await rollup({
    input: file,
    plugins: [resolve({ exportConditions: ['edge-light', 'worker'] })],
    onwarn(warning) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'entry', inlineDynamicImports: true });
  await bundle.close();
  return `(() => { ${output[0].code}; return entry; })()`;
};

/** Runs an expression in a new edge runtime: standard web APIs, no `process`, no code from text. */
const runAtEdge = (expression: string, use = '') => {
  const edge = new EdgeVM();
  expect(edge.evaluate('[typeof process, typeof window, typeof document]')).toEqual(Array(3).fill('undefined'));
  const value = edge.evaluate<Promise<unknown>>(`(async () => {
    const report = (${watchGlobals})();
    const entry = ${expression};
    return JSON.stringify({ ...report(), names: Object.keys(entry)${use} });
  })()`);
  return value.then((json) => JSON.parse(`${json}`) as Record<string, unknown>);
};

describe('in an edge runtime', () => {
  it.each(modules)(
    'importing $name, bundled with all that it fetches later, reads no global of a page and changes no global',
    async ({ name, file }) => {
      const exported = Object.keys(await import(/* @vite-ignore */ `${process.cwd()}/${file}`));
      const { names: found, ...touched } = await runAtEdge(await toExpression(file));
      expect(touched, name).toEqual(UNTOUCHED);
      expect(found).toEqual(exported.sort());
    },
  );

  it('a module that touches globals is reported', async () => {
    const touched = await runAtEdge('(() => { globalThis.leaked = typeof document; return {}; })()');
    expect(touched).toEqual({ ...TOUCHED, names: [] });
  });

  it('scorelet/collector answers requests', async () => {
    const { file } = modules.find(({ name }) => name === 'scorelet/collector') as { file: string };
    const use = `, status: await (async () => {
      const collect = entry.createCollector({ store: { add: async () => ({ duplicates: [] }) } });
      const post = (body) => collect(new Request('https://shop.example/collect', { method: 'POST', body }));
      return [(await post('[]')).status, (await post('[{ "id": "a" }]')).status, (await post('x')).status];
    })()`;
    expect((await runAtEdge(await toExpression(file), use)).status).toEqual([204, 200, 400]);
  });
});

describe('a page that React renders on a server', () => {
  it('has its text, requests nothing, and createScorelet returns a client that shows nothing', async () => {
    const html = '<p>Thank you</p>';
    expect(await run('renderOnServer.mjs')).toEqual({
      html: [html, html],
      shown: { shown: false, reasons: ['off'] },
      explained: [],
      requests: [],
      imported: UNTOUCHED,
      // createScorelet asks whether there is a document.
      rendered: { read: ['document'], changed: [] },
    });
  });
});
