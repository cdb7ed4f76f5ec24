/** Creates locales from the host page's own wording. */
import type { Locale, LocalePack } from '../schema/locale.ts';
import { locale as en } from './en.ts';

/** Merges the host page's wording with the English strings. Ignores unknown keys. Returns English for `null`. */
export const toLocale = (pack: LocalePack | null): Locale =>
  Object.fromEntries(
    Object.entries(en).map(([key, words]) => {
      const own = pack?.[key as keyof Locale];
      return [key, typeof words === 'string' ? (own ?? words) : { ...words, ...(own as object) }];
    }),
  ) as unknown as Locale;
