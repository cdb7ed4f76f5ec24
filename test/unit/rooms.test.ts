import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCycles, listSources, readImports, toGraph } from '../helpers/sourceImports.ts';

interface Permission {
  /** Folders and packages whose code the folder runs. */
  readonly code: readonly string[];
  /** Folders and packages of which the folder imports only types. */
  readonly types?: readonly string[];
  /** Folders and packages that the folder fetches with `import()`. */
  readonly later?: readonly string[];
}

/** The imports that are allowed in each folder of `src`. Permission to import code includes permission to import types. */
const MAY_IMPORT: { readonly [room: string]: Permission } = {
  schema: { code: ['zod'] },
  check: { code: ['schema'] },
  score: { code: ['schema'] },
  locales: { code: ['browser'], types: ['schema'] },
  core: { code: [], types: ['schema'] },
  'core/session': { code: ['core', 'schema'] },
  'core/rules': { code: ['core'], types: ['core/session', 'schema'] },
  'core/redact': { code: [] },
  browser: { code: [] },
  api: { code: [], types: ['browser', 'core/rules', 'core/session', 'schema'] },
  memory: { code: ['browser', 'core', 'core/rules', 'core/session'], types: ['schema'] },
  triggers: { code: ['browser', 'core', 'core/rules', 'memory'], types: ['schema'] },
  delivery: { code: ['browser', 'memory'], types: ['api'] },
  display: {
    code: ['browser', 'core', 'core/redact', 'core/rules', 'core/session', 'delivery', 'locales', 'memory'],
    types: ['api', 'schema'],
  },
  governance: {
    code: ['browser', 'core/rules', 'delivery', 'memory', 'triggers'],
    types: ['api', 'display', 'schema'],
  },
  widgets: {
    code: ['@floating-ui', 'browser', 'core', 'core/rules', 'core/session', 'delivery', 'memory', 'preact', 'themes'],
    types: ['api', 'display', 'governance', 'schema'],
  },
  client: {
    code: ['browser', 'check', 'delivery', 'locales', 'memory', 'triggers'],
    types: ['api', 'core/rules', 'core/session', 'display', 'governance', 'schema', 'widgets'],
    later: ['chunks', 'governance', 'locales', 'schema', 'widgets'],
  },
  chunks: { code: ['browser', 'check', 'core/session', 'delivery', 'display', 'governance', 'locales', 'widgets'] },
  loader: {
    code: ['browser', 'check', 'chunks', 'client', 'core/session', 'display', 'governance', 'locales', 'schema'],
    types: ['api'],
  },
  collector: { code: ['schema'] },
  cli: { code: ['core/session', 'node:crypto', 'node:http', 'node:https', 'node:util', 'schema'] },
  testing: { code: ['collector', 'delivery', 'schema'], types: ['api'] },
  // The entries of the package. No folder of `src` imports an entry.
  'entry .': { code: ['check', 'client'], types: ['api', 'core/session', 'schema'] },
  'entry ./core': { code: ['core', 'core/rules', 'core/session'] },
};

/** Returns the folder of `src` that a file belongs to. `core` has two subfolders and a few files that both use. */
const roomOf = (file: string): string => {
  const [top = '', room = '', ...rest] = file.split('/');
  if (top !== 'src') return top;
  if (file === 'src/index.ts') return 'entry .';
  if (file === 'src/core/index.ts') return 'entry ./core';
  return room === 'core' && rest.length > 1 ? `core/${rest[0]}` : room;
};

const files = [...listSources('src'), ...listSources('widgets')];
const imports = files.flatMap(readImports).map((each) => ({
  ...each,
  room: roomOf(each.from),
  target: each.isOurs ? roomOf(each.to) : `${each.to.startsWith('node:') ? each.to : each.to.split('/')[0]}`,
}));
const crossings = imports.filter(({ room, target }) => room !== target);
const KINDS = ['code', 'types', 'later'] as const;

/** Rooms whose code runs elsewhere: on servers, in tests, or only after an error. */
const OFF_PAGES = ['cli', 'collector', 'schema', 'score', 'testing'];

describe('the folders of src', () => {
  it('contain every source file except the entry index.ts', () => {
    const loose = readdirSync('src', { withFileTypes: true }).filter((entry) => !entry.isDirectory());
    expect(loose.map(({ name }) => name)).toEqual(['index.ts']);
  });

  it('import only what the table of allowed imports contains', () => {
    const wrong = crossings.filter(({ room, target, kind }) => {
      const { code = [], types = [], later = [] } = MAY_IMPORT[room] ?? {};
      return !{ code, types: [...code, ...types], later }[kind].includes(target);
    });
    expect(wrong.map(({ from, to, kind }) => `${from} imports the ${kind} of ${to}`)).toEqual([]);
  });

  it('use every import that the table allows, so that the table has no outdated rows', () => {
    const isUsed = (room: string, target: string, kind: (typeof KINDS)[number]) =>
      crossings.some((each) => each.room === room && each.target === target && each.kind === kind);
    const unused = Object.entries(MAY_IMPORT).flatMap(([room, permission]) =>
      KINDS.flatMap((kind) => (permission[kind] ?? []).map((target) => ({ room, target, kind }))),
    );
    expect(unused.filter(({ room, target, kind }) => !isUsed(room, target, kind))).toEqual([]);
  });

  it('have no import cycle between their files, including type imports', () => {
    const edges = imports.filter(({ isOurs }) => isOurs).map(({ from, to }) => [from, to] as const);
    expect(findCycles(toGraph(edges))).toEqual([]);
  });

  it('have no import cycle between folders, including type imports', () => {
    expect(findCycles(toGraph(crossings.map(({ room, target }) => [room, target] as const)))).toEqual([]);
  });

  it('do not import widgets/, except in the modules that define or load chunks', () => {
    const naming = crossings.filter(({ target }) => target === 'widgets');
    expect([...new Set(naming.map(({ from, kind }) => `${from}: ${kind}`))].sort()).toEqual([
      'src/chunks/debug.ts: code',
      'src/chunks/extras.ts: code',
      'src/chunks/prompt.ts: code',
      'src/chunks/rare.ts: code',
      'src/chunks/rareNeeds.ts: code',
      'src/client/chunks.ts: types',
      'src/client/npmChunks.ts: later',
    ]);
  });

  it('do not import the test kit in shipped code', () => {
    expect(crossings.filter(({ target }) => target === 'testing')).toEqual([]);
  });

  it('contain no code that can inject script: no eval, no innerHTML, no document.write', () => {
    const wrong = files.filter((file) =>
      /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('call nothing that pages are known to replace with something weaker, where the code runs on pages', () => {
    // Prototype.js and MooTools replace Array.from, reduce and bind; polyfills replace Object.assign; toJson.ts guards JSON.stringify.
    const weak = ['Array.from(', 'Object.assign(', '.bind(', '.reduce('];
    const onPages = files.filter((file) => !OFF_PAGES.includes(roomOf(file)));
    const found = onPages.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return weak.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  it('read the document only through browser/page.ts, where no element can take the place of its properties', () => {
    const found = files.filter((file) => /^(?!\s*(\*|\/)).*\bdocument\.\w/m.test(readFileSync(file, 'utf8')));
    expect(found.filter((file) => !OFF_PAGES.includes(roomOf(file)))).toEqual([]);
  });

  it('contain only files of at most 300 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});

describe('findCycles', () => {
  const cyclesOf = (...edges: (readonly [string, string])[]) => findCycles(toGraph(edges));
  it('finds no cycle in a graph without cycles', () => {
    expect(cyclesOf(['a', 'b'], ['b', 'c'], ['a', 'c'])).toEqual([]);
  });
  it('finds a cycle of two nodes, a cycle of three nodes, and a node with an edge to itself', () => {
    expect(cyclesOf(['a', 'b'], ['b', 'a'])).toEqual(['a → b → a']);
    expect(cyclesOf(['x', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a'])).toEqual(['a → b → c → a']);
    expect(cyclesOf(['a', 'a'])).toEqual(['a → a']);
  });
});

describe('the version constant', () => {
  it('that every event contains equals the version in package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(readFileSync('src/core/session/version.ts', 'utf8')).toContain(`'${version}'`);
  });
});
