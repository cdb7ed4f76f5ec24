/** Reads a benchmark subject: its page, its files, and the selectors of the painted and the clicked element. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundleFloor, type FloorBundle } from './bundleFloor.ts';
import { FIXED } from './checkFixed.ts';

/** Names of the scorelet subjects. Their folders are in `test/bench/scorelet`, those of the floors in `test/bench/fixed`. */
export const OURS = ['show', 'track'] as const;
export const FLOORS = ['floor-parallel', 'floor-split', 'floor-preact'] as const;
/** The host page without any tag. Its heap is subtracted from the heap of the other subjects. */
export const HOST = 'host';
export type SubjectName = (typeof OURS)[number] | (typeof FLOORS)[number] | typeof HOST;
/** `show`: the page shows a prompt. `idle`: the page loads the tag, but shows no prompt. */
export type Mode = 'show' | 'idle';

interface Manifest {
  label: string;
  /** Selector of the element whose appearance counts as the paint; `>>>` enters a shadow root. */
  painted: string;
  /** Selector of the score to click. */
  score: string;
  /** Entries in the subject's folder to bundle. A subject with built files has `serve` instead; the host page has neither. */
  bundle?: FloorBundle;
  /** Folder whose built files are served unchanged. */
  serve?: string;
}

type Stub = (request: { path: string }) => { body: string } | undefined;

export interface Subject {
  name: SubjectName;
  label: string;
  /** Selector of the score to click. */
  score: string;
  html: string;
  /** The code of each script by its file name. */
  files: Map<string, string>;
  /** Returns the JSON body for a path below the page, or undefined when the path is unknown. */
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

/** Replaces the placeholder comments of a subject's page with the probe and the host page. */
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
    // The labels of the floors' manifests are too long for the report.
    label: bundle ? name : label,
    score,
    html: toHtml(readFileSync(path.join(folder, 'page.html'), 'utf8'), painted),
    files: bundle ? await bundleFloor(folder, bundle) : serve ? readBuilt(serve) : new Map(),
    stub: readStub(folder),
  };
};
