/** Which language is spoken: BCP 47 lookup over the list of what is wanted. */
import type { Locale, LocalePack } from '../schema/locale.ts';
import { fetchLocale } from './fetchLocale.ts';
import { SPOKEN } from './spoken.ts';

/**
 * Fetches the first language we speak of a list such as `de-AT,en`, English if there is none, or puts a pack over English.
 * `undefined` where nothing need be fetched: the English of an NPS prompt travels with the prompt.
 */
export const pickLocale = async (wanted: string | LocalePack, onlyNps: boolean): Promise<Locale | undefined> => {
  if (typeof wanted === 'object') return (await import('./ownLocale.ts')).toLocale(wanted);
  const name = SPOKEN.exec(`${wanted}`.toLowerCase().replaceAll('_', '-'))?.[2] ?? 'en';
  return name === 'en' && onlyNps ? undefined : (await fetchLocale(name)).locale;
};
