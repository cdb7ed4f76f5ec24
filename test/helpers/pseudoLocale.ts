import { locale as en } from '../../src/locales/en.ts';
import type { Locale } from '../../src/schema/locale.ts';

const ACCENTED: Record<string, string> = { a: 'á', c: 'ç', e: 'ë', i: 'ï', n: 'ñ', o: 'ø', s: 'š', u: 'ü', y: 'ý' };
const HEBREW = [...'אבגדהוזחטיכלמנסעפצקרשת'];

/** Replaces each letter and makes the text 40 % longer. Placeholders such as `{brand}` stay unchanged. */
const rewrite = (text: string, toLetter: (letter: string) => string) =>
  text
    .split(/(\{\w+\})/)
    .map((part) => {
      if (part.startsWith('{')) return part;
      const letters = [...part].map(toLetter).join('');
      // The extra letters come at the end, so the last word becomes very long, like a German compound.
      const more = Math.round(part.length * 0.4);
      return letters + letters.replace(/[^\p{L}]/gu, '').slice(0, more);
    })
    .join('');

const toPseudo = (tag: string, dir: Locale['dir'], toLetter: (letter: string) => string): Locale => {
  const walk = (value: unknown): unknown =>
    typeof value === 'string'
      ? rewrite(value, toLetter)
      : Array.isArray(value)
        ? value.map(walk)
        : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, walk(inner)]));
  const { tag: _tag, dir: _dir, ...words } = en;
  return { ...(walk(words) as Omit<Locale, 'tag' | 'dir'>), tag, dir };
};

/** English with accented letters, 40 % longer: shows texts that are not translated or do not fit. */
export const longLocale = toPseudo('en-XA', 'ltr', (letter) => ACCENTED[letter] ?? letter);
/** English in Hebrew letters, 40 % longer, written from right to left. */
export const mirroredLocale = toPseudo('ar-XB', 'rtl', (letter) =>
  /[a-z]/i.test(letter) ? (HEBREW[letter.toLowerCase().charCodeAt(0) % HEBREW.length] ?? letter) : letter,
);
