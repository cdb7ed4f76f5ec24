/** The locales that come with scorelet. English travels with the prompt, the others are fetched when they are needed. */
import type { Locale } from '../schema/locale.ts';

const loaders: Record<string, () => Promise<Locale>> = {
  fr: () => import('./fr.ts').then(({ fr }) => fr),
};

/** Returns the loader of the first language we speak; `undefined` for English, ours by default. */
export const pickLocale = (tags: readonly (string | undefined)[]): (() => Promise<Locale>) | undefined => {
  for (const tag of tags) {
    if (!tag) continue;
    const base = tag.toLowerCase().split('-')[0] as string;
    if (base === 'en') return undefined;
    if (Object.hasOwn(loaders, base)) return loaders[base];
  }
  return undefined;
};
