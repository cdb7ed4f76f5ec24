import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { SDK_SOURCES } from '../../examples/start/sdk.mjs';

/** The folder of the second build. The first is `dist/`, which must have been built from the sources as they are now. */
const AGAIN = '.build/again';

/** Returns the SHA-256 of each file by its path. */
const hashFiles = (folder: string): { readonly [file: string]: string } =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

/** Copies the sources and the packages that are bundled. Node finds the tools in the folders above. */
const copySources = () => {
  for (const source of SDK_SOURCES) cpSync(source, path.join(AGAIN, source), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies)) {
    const [scope = ''] = name.split('/');
    cpSync(`node_modules/${scope}`, `${AGAIN}/node_modules/${scope}`, { recursive: true });
  }
  symlinkSync(path.resolve('node_modules/.bin'), `${AGAIN}/node_modules/.bin`, 'junction');
};

it('a second build, in another folder, at another time and in another time zone, gives the same bytes', async () => {
  rmSync(AGAIN, { recursive: true, force: true });
  mkdirSync(AGAIN, { recursive: true });
  onTestFinished(() => rmSync(AGAIN, { recursive: true, force: true }));
  copySources();
  const env = { ...process.env, TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  await promisify(execFile)(process.execPath, ['test/tools/build.mjs'], { cwd: AGAIN, env });
  const first = hashFiles('dist');
  const second = hashFiles(path.join(AGAIN, 'dist'));
  expect(Object.keys(second)).toEqual(Object.keys(first));
  expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([]);
});
