import type { Locale, LocaleFile, LocalePack } from '../schema/locale.ts';
import { toLocaleName } from './localeName.ts';

export interface OwnLocaleChunk {
  /** Merges the host page's own wording with English. Reports a language that does not exist, and returns English for it. */
  toLocale(wanted: string | LocalePack, names: readonly string[]): Locale;
}

export interface LocaleChunks {
  /** The names of all locales in lower case. `pt-pt` comes before `pt`, because the first matching name is used. */
  readonly localeNames: readonly string[];
  /** Fetches a locale by its name. */
  locale(name: string): Promise<LocaleFile>;
  fetch(name: 'own'): Promise<OwnLocaleChunk>;
}

/**
 * Fetches the first available locale in a list of language tags such as `de-AT,en`, or merges the host page's own wording with English.
 * Resolves `undefined` for English, which is bundled with the prompt.
 */
export const pickLocale = async (wanted: string | LocalePack, chunks: LocaleChunks): Promise<Locale | undefined> => {
  const { localeNames } = chunks;
  const name = typeof wanted === 'string' && toLocaleName(wanted, localeNames);
  if (!name) return (await chunks.fetch('own')).toLocale(wanted, localeNames);
  return name === 'en' ? undefined : (await chunks.locale(name)).locale;
};
