import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCheck } from '../../src/check/createCheck.ts';
import { lookAt } from '../../src/check/firstLook.ts';
import { createSecondCheck } from '../../src/check/secondCheck.ts';
import { meanings } from '../../src/check/table.ts';
import { fetchLocale } from '../../src/locales/fetchLocale.ts';
import { LOCALE_NAMES } from '../../src/locales/localeNames.ts';
import { toLocale } from '../../src/locales/ownLocale.ts';
import { pickLocale } from '../../src/locales/pickLocale.ts';
import type { Locale } from '../../src/schema/locale.ts';

const TAGS = readdirSync('src/locales')
  .filter((file) => /^[a-z]{2}(-\w+)?\.ts$/.test(file))
  .map((file) => file.slice(0, -3));
const locales = new Map<string, Locale>(
  await Promise.all(
    TAGS.map(async (tag) => [tag, (await import(`../../src/locales/${tag}.ts`)).locale] as [string, Locale]),
  ),
);
const localeOf = (tag: string) => locales.get(tag) as Locale;
const english = localeOf('en');

/** Returns every string of a locale with its path. */
const stringsOf = (value: unknown, path = ''): [path: string, text: unknown][] =>
  typeof value === 'object' && value
    ? Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, path ? `${path}.${key}` : key))
    : [[path, value]];
/** Counts repeated placeholders, because a text that names a scale uses both ends more than once. */
const placeholdersOf = (text: unknown) => [...(`${text}`.match(/\{\w*\}/g) ?? [])].sort();

describe('the locales', () => {
  it('are 31 files', () => {
    expect(TAGS).toHaveLength(31);
  });

  it.each(TAGS)('include %s with exactly the same strings and placeholders as English', (tag) => {
    const strings = new Map(stringsOf(localeOf(tag)));
    const wanted = stringsOf(english);
    expect([...strings.keys()].sort()).toEqual(wanted.map(([path]) => path).sort());
    for (const [path, text] of wanted) {
      const own = strings.get(path);
      expect(own, path).toSatisfy((it: unknown) => typeof it === 'string' && it.trim() === it && it.length > 0);
      if (path === 'tag' || path === 'dir') continue;
      // The order may differ between languages.
      expect(placeholdersOf(own), path).toEqual(placeholdersOf(text));
      expect(`${own}`, path).not.toMatch(/\{\{|\}\}|\$\{|<|undefined|TODO/);
    }
  });

  it.each(TAGS)('include %s with its tag, its direction and a label for every point of each scale', (tag) => {
    const { tag: own, dir, csat, ease5, ces2 } = localeOf(tag);
    expect(own).toBe(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(dir).toBe(['ar', 'fa', 'he'].includes(tag) ? 'rtl' : 'ltr');
    for (const [labels, points] of [
      [csat?.labels, 5],
      [ease5?.labels, 5],
      [ces2?.labels, 7],
    ] as const) {
      expect(new Set(labels).size, 'as many different labels as points').toBe(points);
    }
  });

  it('use the writing system of their language', () => {
    const scripts: Record<string, RegExp> = {
      ru: /\p{sc=Cyrillic}/u,
      uk: /\p{sc=Cyrillic}/u,
      el: /\p{sc=Greek}/u,
      ar: /\p{sc=Arabic}/u,
      fa: /\p{sc=Arabic}/u,
      he: /\p{sc=Hebrew}/u,
      hi: /\p{sc=Devanagari}/u,
      th: /\p{sc=Thai}/u,
      ko: /\p{sc=Hangul}/u,
      ja: /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u,
      'zh-CN': /\p{sc=Han}/u,
      'zh-TW': /\p{sc=Han}/u,
    };
    for (const tag of TAGS) {
      for (const [path, text] of stringsOf(localeOf(tag))) {
        if (path !== 'tag' && path !== 'dir')
          expect(`${text}`, `${tag} ${path}`).toMatch(scripts[tag] ?? /\p{sc=Latin}/u);
      }
    }
  });

  it('contain no English words except words that both languages share', () => {
    const same = TAGS.filter((tag) => tag !== 'en').flatMap((tag) => {
      const strings = new Map(stringsOf(localeOf(tag)));
      // "Privacy" and "Neutral" are words of other languages too.
      return stringsOf(english)
        .filter(([path, text]) => `${text}`.length > 9 && strings.get(path) === text)
        .map(([path]) => `${tag} ${path}`);
    });
    expect(same).toEqual([]);
  });

  it('are all listed in the table of reviewed translations in the README', () => {
    const readme = readFileSync('src/locales/README.md', 'utf8');
    for (const tag of TAGS) expect(readme).toContain(`| \`${tag}\` |`);
  });
});

const chunks = {
  locale: fetchLocale,
  localeNames: LOCALE_NAMES,
  fetch: () => import('../../src/locales/ownLocale.ts'),
};
const speaks = async (wanted: string) => (await pickLocale(wanted, chunks))?.tag ?? 'en';

describe('the locale', () => {
  it('has a file on npm for each of its names', async () => {
    const fetched = await Promise.all(LOCALE_NAMES.map((name) => fetchLocale(name)));
    expect(new Set(fetched.map(({ locale }) => locale.tag))).toEqual(new Set(TAGS));
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['de-CH-1996', 'de'],
    ['en-GB', 'en'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt_pt', 'pt-PT'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-Hans-TW', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh_TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['ZH-HANT-SG', 'zh-TW'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['nb-NO', 'nb'],
    ['iw', 'he'],
    ['in-ID', 'id'],
    ['fil', 'en'],
    ['tl', 'en'],
    ['sk', 'en'],
    ['', 'en'],
    ['x-klingon', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['den', 'en'],
    // A region code must not match a language code.
    ['gsw-DE', 'en'],
    ['gsw-DE,fr', 'fr'],
    [',fr-CA,de', 'fr'],
    ['sk,cs,de', 'cs'],
    ['tlh,pt_PT,en', 'pt-PT'],
    [',', 'en'],
  ])('for the language tag "%s" is %s', async (wanted, tag) => {
    expect(await speaks(wanted)).toBe(tag);
  });

  it('is the first available language of any list of tags', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const word = (min: number, max: number) =>
      fc.array(fc.constantFrom(...letters), { minLength: min, maxLength: max }).map((all) => all.join(''));
    const ALIASES: Record<string, string> = { no: 'nb', nn: 'nb', iw: 'he', in: 'id', pt: 'pt-BR', zh: 'zh-CN' };
    const TRADITIONAL = ['hant', 'tw', 'hk', 'mo'];
    /** A simple implementation of the documented rule, for comparison. */
    const expected = (wanted: readonly string[]) => {
      for (const each of wanted) {
        const [base = '', next = ''] = each.toLowerCase().split(/[-_]/);
        if (base === 'pt' && next === 'pt') return 'pt-PT';
        if (base === 'zh' && TRADITIONAL.includes(next)) return 'zh-TW';
        const found = ALIASES[base] ?? base;
        if (TAGS.includes(found)) return found;
      }
      return 'en';
    };
    const tag = fc
      .tuple(
        fc.oneof(word(2, 3), fc.constantFrom(...TAGS.map((each) => each.slice(0, 2)), 'no', 'nn', 'iw', 'in')),
        fc.array(fc.oneof(word(2, 4), fc.constantFrom('Hant', 'Hans', 'TW', 'HK', 'MO', 'PT', 'BR', 'DE')), {
          maxLength: 2,
        }),
        fc.constantFrom('-', '_'),
        fc.boolean(),
      )
      .map(([base, rest, separator, loud]) => {
        const whole = [base, ...rest].join(separator);
        return loud ? whole.toUpperCase() : whole;
      });
    await fc.assert(
      fc.asyncProperty(fc.array(tag, { maxLength: 4 }), async (wanted) => {
        expect(await speaks(wanted.join(','))).toBe(expected(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it('is English without a fetch', async () => {
    const fetched: string[] = [];
    const watched = {
      ...chunks,
      locale(name: string) {
        fetched.push(name);
        return fetchLocale(name);
      },
    };
    expect(await pickLocale('en-GB', watched)).toBeUndefined();
    expect((await pickLocale('de', watched))?.tag).toBe('de');
    expect(fetched).toEqual(['de']);
  });

  it('is English for an unknown language, which is reported with the known ones', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    expect(await pickLocale('french', chunks)).toEqual(english);
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^\[scorelet\] No locale "french", using en\. Known: ar,.*,fr,/)],
    ]);
    expect((await pickLocale('sk,de', chunks))?.tag).toBe('de');
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe('a locale pack of the host page', () => {
  it('overrides English string by string', async () => {
    const pack = { tag: 'sk', ui: { submit: 'Odoslať' }, csat: { labels: ['1', '2', '3', '4', '5'] } };
    const own = await pickLocale(pack, chunks);
    expect(own).toEqual({
      ...english,
      tag: 'sk',
      ui: { ...english.ui, submit: 'Odoslať' },
      csat: { ...english.csat, labels: pack.csat.labels },
    });
  });

  it('adds no unknown keys', () => {
    const pack = JSON.parse(
      '{ "tag": "sk", "__proto__": { "polluted": "1" }, "other": "2", "ui": { "submit": "Ok" } }',
    );
    const own = toLocale(pack, []);
    expect(Object.keys(own)).toEqual(Object.keys(english));
    expect((own as { polluted?: string }).polluted).toBeUndefined();
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('may be a complete locale, and is rejected when its values are not strings', () => {
    const accepts = (locale: unknown) => {
      const { toUnsound } = createSecondCheck(createCheck, meanings);
      const settings = { collector: '/collect', locale };
      return lookAt(settings, []).needs.check && toUnsound(settings, [{ id: 'a', metric: 'nps' }]).length === 0;
    };
    for (const tag of TAGS) expect(accepts(localeOf(tag)), tag).toBe(true);
    expect(accepts({ ui: { submit: 5 } })).toBe(false);
    expect(accepts({ ui: { submit: '' } })).toBe(false);
    expect(accepts({ csat: { labels: ['1'] } })).toBe(false);
    expect(accepts({ csat: { labels: [1, 2] } })).toBe(false);
    expect(accepts({ ui: { submit: { de: 'Senden' } } })).toBe(false);
    expect(accepts(['de', 'fr'])).toBe(false);
    expect(accepts(null)).toBe(false);
  });
});
