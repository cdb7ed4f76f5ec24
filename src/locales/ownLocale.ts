/** Creates locales from the host page's own wording. */
import { warn } from '../browser/warn.ts';
import type { Locale, LocalePack } from '../schema/locale.ts';
import { locale as en } from './en.ts';

/**
 * Merges the host page's wording with the English strings. Ignores unknown keys. For the tag of a language without a locale, reports this
 * and returns English, as for `null`.
 */
export const toLocale = (wanted: string | LocalePack | null, names: readonly string[]): Locale => {
  if (typeof wanted === 'string') {
    warn(`No locale "${wanted}", using en. Known: ${names}.`);
    return en;
  }
  return Object.fromEntries(
    Object.entries(en).map(([key, words]) => {
      const own = wanted?.[key as keyof Locale];
      return [key, typeof words === 'string' ? (own ?? words) : { ...words, ...(own as object) }];
    }),
  ) as unknown as Locale;
};
