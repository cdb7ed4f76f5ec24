/** What SECURITY.md says, compared with the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('SECURITY.md', 'utf8');
const count = (file: string, word: string) => readFileSync(file, 'utf8').split(word).length - 1;

describe('SECURITY.md', () => {
  it('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:src|widgets|test|examples)\/[\w./-]*)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('lists the version of package.json as supported', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(text).toContain(`| ${version.split('.').slice(0, 2).join('.')}.x | yes |`);
  });

  it.each(['innerHTML', 'dangerouslySetInnerHTML'])(
    '%s is in the files that contain Preact as often as in Preact, and in no other',
    (word) => {
      const times = count('node_modules/preact/dist/preact.module.js', word);
      expect(times).toBeGreaterThan(0);
      const found = readdirSync('dist', { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js'))
        .map((file) => [file.replace(/[\da-f]{8}/, 'BUILD'), count(`dist/${file}`, word)])
        .filter(([, number]) => number);
      expect(Object.fromEntries(found)).toEqual({
        'cdn/scorelet-prompt-BUILD.js': times,
        'cdn/scorelet.single.js': times,
      });
    },
  );

  it('no package in the lockfile has an install script, and each has a hash', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: { [folder: string]: { integrity?: string; hasInstallScript?: boolean } };
    };
    const fetched = Object.entries(packages).filter(([folder]) => folder !== '');
    expect(fetched.filter(([, each]) => each.hasInstallScript || !each.integrity)).toEqual([]);
  });
});
