import { locale as en } from '../../src/locales/en.ts';
import type { Locale } from '../../src/schema/locale.ts';

const ACCENTED: Record<string, string> = { a: 'á', c: 'ç', e: 'ë', i: 'ï', n: 'ñ', o: 'ø', s: 'š', u: 'ü', y: 'ý' };
const HEBREW = [...'אבגדהוזחטיכלמנסעפצקרשת'];

/** Writes text anew, letter by letter, two fifths longer; what is filled in stays. */
const rewrite = (text: string, toLetter: (letter: string) => string) =>
  text
    .split(/(\{\w+\})/)
    .map((part) => {
      if (part.startsWith('{')) return part;
      const letters = [...part].map(toLetter).join('');
      // Words grow at their ends, as they do in German.
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

/** English with accents, two fifths longer. */
export const longLocale = toPseudo('en-XA', 'ltr', (letter) => ACCENTED[letter] ?? letter);
/** The same from right to left, in Hebrew letters. */
export const mirroredLocale = toPseudo('ar-XB', 'rtl', (letter) =>
  /[a-z]/i.test(letter) ? (HEBREW[letter.toLowerCase().charCodeAt(0) % HEBREW.length] ?? letter) : letter,
);
