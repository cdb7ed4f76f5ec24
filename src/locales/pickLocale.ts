/** Which language is spoken: BCP 47 lookup over the list of what is wanted. */
import type { LocaleFile } from '../schema/locale.ts';
import { fetchLocale } from './fetchLocale.ts';
import { SPOKEN } from './spoken.ts';

/**
 * Fetches the first language we speak of a list such as `de-AT,en`, English if there is none. `undefined` where nothing need
 * be fetched: the English of an NPS prompt travels with the prompt.
 */
export const pickLocale = async (wanted: string, onlyNps: boolean): Promise<LocaleFile | undefined> => {
  const name = SPOKEN.exec(wanted.toLowerCase().replaceAll('_', '-'))?.[1] ?? 'en';
  return name === 'en' && onlyNps ? undefined : fetchLocale(name);
};
