/** The locales that come with scorelet, each fetched when it is needed. */
import type { Locale } from '../schema/locale.ts';

const loaders = {
  en: () => import('./en.ts').then(({ en }) => en),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
};

/**
 * Fetches the first language we speak, English if there is none. `undefined` where nothing need be fetched: the English of
 * an NPS prompt travels with the prompt.
 */
export const pickLocale = async (tags: readonly string[], onlyNps: boolean): Promise<Locale | undefined> => {
  const bases = tags.map((tag) => tag.toLowerCase().split('-')[0] as 'en');
  const base = bases.find((each) => Object.hasOwn(loaders, each)) ?? 'en';
  return base === 'en' && onlyNps ? undefined : loaders[base]();
};
