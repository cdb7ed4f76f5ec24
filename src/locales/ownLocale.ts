/** Words of the host's own. */
import type { Locale, LocalePack } from '../schema/locale.ts';
import { locale as en } from './en.ts';

/** Puts a pack over English: its words where it has any. Reads no other key than a locale has. What is none gives English: the check says so. */
export const toLocale = (pack: LocalePack | null): Locale =>
  Object.fromEntries(
    Object.entries(en).map(([key, words]) => {
      const own = pack?.[key as keyof Locale];
      return [key, typeof words === 'string' ? (own ?? words) : { ...words, ...(own as object) }];
    }),
  ) as unknown as Locale;
