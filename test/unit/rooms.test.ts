import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which room may import which at run time; types may come from further away where the second list says so. */
const MAY_IMPORT: Record<string, { code: string[]; types?: string[] }> = {
  schema: { code: ['zod'] },
  check: { code: ['schema'] },
  core: { code: ['schema'] },
  score: { code: ['schema'] },
  transport: { code: [], types: ['schema'] },
  outbox: { code: [], types: ['transport'] },
  browser: { code: [] },
  triggers: { code: ['browser', 'core', 'outbox'], types: ['schema'] },
  locales: { code: [], types: ['schema'] },
  collector: { code: ['schema', 'score'] },
  cli: { code: ['schema', 'core', 'node:crypto', 'node:http', 'node:https', 'node:util'] },
  // May import anything; it stands in no other row.
  testing: { code: ['schema', 'core', 'score', 'collector', 'transport', 'browser', 'client'] },
  loader: { code: ['client', 'check', 'browser'], types: ['client'] },
  widgets: { code: ['core', 'browser', 'outbox', 'themes', 'preact', '@floating-ui'], types: ['schema', 'client'] },
  client: { code: ['schema', 'check', 'core', 'outbox', 'transport', 'browser', 'triggers', 'locales'] },
};

/** Files of src/ itself wire the rooms. */
const roomOf = (file: string) => {
  const [top, second, ...rest] = file.split('/');
  return top !== 'src' ? (top ?? '') : rest.length > 0 ? (second ?? '') : 'client';
};

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

const importsOf = (file: string) =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^(import|export)\s+(type\s)?[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => ({
    typeOnly: match[2] !== undefined || /\{\s*(type \w+,?\s*)+\}/.test(match[0]),
    dynamic: match[4] !== undefined,
    target: match[3] ?? match[4] ?? '',
  }));

const files = [...filesOf('src'), ...filesOf('widgets')];

describe('the rooms', () => {
  it('import only what the table allows', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      const allowed = MAY_IMPORT[room];
      expect(allowed, `${file} stands in a room that the table does not know`).toBeDefined();
      for (const { typeOnly, dynamic, target } of importsOf(file)) {
        const inside = target.startsWith('.') ? path.join(path.dirname(file), target) : undefined;
        const to = inside ? roomOf(inside) : (target.split('/')[0] ?? '');
        if (to === room || (dynamic && room === 'client')) continue;
        const may = typeOnly ? [...(allowed?.code ?? []), ...(allowed?.types ?? [])] : allowed?.code;
        if (!may?.includes(to)) wrong.push(`${file} imports ${typeOnly ? 'types of ' : ''}${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('leave the naming of widgets/ to client.ts, and of its panel to governance.ts, inside import()', () => {
    const naming = files.filter(
      (file) => file.startsWith('src') && importsOf(file).some(({ target }) => target.includes('widgets/')),
    );
    expect(naming).toEqual(['src/client/createScorelet.ts', 'src/governance/governance.ts']);
    expect(
      naming
        .flatMap(importsOf)
        .filter(({ target }) => target.includes('widgets/'))
        .every(({ dynamic }) => dynamic),
    ).toBe(true);
  });

  it('leave the test kit to those who test: nothing that is shipped imports it', () => {
    const importing = files.filter(
      (file) => roomOf(file) !== 'testing' && importsOf(file).some(({ target }) => /\btesting\//.test(target)),
    );
    expect(importing).toEqual([]);
  });

  it('hold no door open to script: no eval, no inner HTML, no written document', () => {
    const wrong = files.filter((file) =>
      /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have short files with one subject', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});

describe('the version', () => {
  it('on every event is the one of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(readFileSync('src/core/session/version.ts', 'utf8')).toContain(`'${version}'`);
  });
});
