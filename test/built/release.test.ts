/** What a release has besides its code: the hash of the single file, and the licences of the bundled packages. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toNotices } from '../tools/notices.mjs';

describe('the hash of the single file', () => {
  it('is written beside the file, as SHA-384 in base64', async () => {
    const digest = await crypto.subtle.digest('SHA-384', readFileSync('dist/cdn/scorelet.single.js'));
    const written = readFileSync('dist/cdn/scorelet.single.js.sri', 'utf8');
    expect(written).toBe(`sha384-${Buffer.from(digest).toString('base64')}\n`);
  });
});

/** Returns the names of the packages whose sources are in the source maps of a folder. */
const packagesIn = (folder: string): string[] => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { sources: string[] }).sources)
    .flatMap((source) => source.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/)?.[1] ?? []);
  return [...new Set(names)].sort();
};

/** Creates a module of a package with these files and returns what rollup would say about its bundle. */
const createChunk = (files: { readonly [file: string]: string }, renderedLength = 1) => {
  const root = mkdtempSync(path.join(tmpdir(), 'scorelet-notices-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = path.join(root, 'node_modules', '@acme', 'dial');
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return { modules: { [path.join(folder, 'dist', 'dial.js')]: { renderedLength } } };
};
const MANIFEST = JSON.stringify({ name: '@acme/dial', version: '1.2.3', license: 'ISC' });

describe('the licences of the bundled packages', () => {
  const notices = readFileSync('dist/cdn/THIRD-PARTY-NOTICES.txt', 'utf8');

  it('are beside the files for the CDN, of every package in their source maps and of no other', () => {
    const packages = packagesIn('dist/cdn');
    expect(packages).toContain('preact');
    const versions = packages.map((name) => {
      const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
      return `${name} ${version} (${license})`;
    });
    expect(notices.match(/^\S+ \d\S+ \([^)]+\)$/gm)).toEqual(versions);
    for (const name of packages) {
      expect(notices).toContain(readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim());
    }
  });

  it('are not needed beside the files for npm, which contain no package', () => {
    expect(packagesIn('dist/npm')).toEqual([]);
  });

  it('a package without a licence file fails the build', () => {
    const chunk = createChunk({ 'package.json': MANIFEST, 'README.md': 'MIT' });
    expect(() => toNotices([chunk])).toThrow('The bundled package @acme/dial 1.2.3 has no licence file');
  });

  it('a licence file is found by any of its usual names', () => {
    const chunk = createChunk({ 'package.json': MANIFEST, 'Licence.md': 'Do as you please.' });
    expect(toNotices([chunk])).toContain('@acme/dial 1.2.3 (ISC)\n\nDo as you please.\n');
  });

  it('a package of which nothing is left in the output has no notice', () => {
    expect(toNotices([createChunk({ 'package.json': MANIFEST }, 0), {}])).not.toContain('@acme/dial');
  });
});
