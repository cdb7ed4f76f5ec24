/** What the bench loads: a page, the files beside it, and the selectors that are watched and clicked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundleFloor, type FloorBundle } from './bundleFloor.ts';
import { FIXED } from './checkFixed.ts';

/** Ours are folders beside this file; floors are fixed. */
export const OURS = ['show', 'track'] as const;
export const FLOORS = ['floor-parallel', 'floor-split', 'floor-preact'] as const;
/** The host page with nothing inserted: what the heap of the others is compared with. */
export const HOST = 'host';
export type SubjectName = (typeof OURS)[number] | (typeof FLOORS)[number] | typeof HOST;
/** Whether the page has a prompt to show. */
export type Mode = 'show' | 'idle';

interface Manifest {
  label: string;
  /** Selector of what counts as painted; `>>>` enters a shadow root. */
  painted: string;
  /** Selector of what is clicked. */
  score: string;
  /** What is bundled from the folder, or the folder that is served as built. The host page has neither. */
  bundle?: FloorBundle;
  serve?: string;
}

type Stub = (request: { path: string }) => { body: string } | undefined;

export interface Subject {
  name: SubjectName;
  label: string;
  /** Selector of what is clicked. */
  score: string;
  html: string;
  /** Scripts by name. */
  files: Map<string, string>;
  /** Answers a request for data, by its path below the page; undefined when it knows none. */
  stub: Stub;
}

const readBuilt = (folder: string): Map<string, string> => {
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Run "npm run build" first.`);
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
};

const require = createRequire(import.meta.url);

const readStub = (folder: string): Stub => {
  const file = path.resolve(folder, 'stubs.mjs');
  if (!existsSync(file)) return () => undefined;
  const { default: stub }: { default: Stub } = require(file);
  return stub;
};

/** Puts the probe and the host page where a subject's page keeps their comments. */
const toHtml = (page: string, painted: string): string => {
  const host = readFileSync(path.join(FIXED, 'host.html'), 'utf8');
  const probe = readFileSync(path.join(FIXED, 'probe.js'), 'utf8').replace('/*CONFIG*/', () =>
    JSON.stringify({ painted }),
  );
  return page.replace('<!--probe-->', () => `<script>${probe}</script>`).replace('<!--host-->', () => host);
};

const folderOf = (name: SubjectName): string => {
  switch (name) {
    case 'show':
    case 'track':
      return `test/bench/scorelet/${name}`;
    case 'host':
      return 'test/bench/host';
    case 'floor-parallel':
    case 'floor-split':
    case 'floor-preact':
      return path.join(FIXED, name);
    default:
      return name satisfies never;
  }
};

/** Reads and bundles a subject. */
export const readSubject = async (name: SubjectName): Promise<Subject> => {
  const folder = folderOf(name);
  const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const { label, painted, score, bundle, serve } = manifest;
  return {
    name,
    // The floors' own labels are sentences.
    label: bundle ? name : label,
    score,
    html: toHtml(readFileSync(path.join(folder, 'page.html'), 'utf8'), painted),
    files: bundle ? await bundleFloor(folder, bundle) : serve ? readBuilt(serve) : new Map(),
    stub: readStub(folder),
  };
};
