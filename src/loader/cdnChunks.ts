import type { Chunks } from '../client/chunks.ts';
import { LOCALE_NAMES } from '../locales/localeNames.ts';

/** What few script tags need. On the CDN, it is in the chunk `rare`. */
export type TagHelp = typeof import('./fetchConfig.ts') & typeof import('./tagReports.ts');

/**
 * Loads the chunks from the directory of the CDN script. Uses absolute URLs, because in some frames a relative import resolves against the
 * page. `build` is the build id in the file names of a release.
 */
export const createCdnChunks = (build: string, scriptUrl: string): Chunks => {
  const fetchChunk = <T>(name: string): Promise<T> => import(`${new URL(`scorelet-${name}-${build}.js`, scriptUrl)}`);
  return { fetch: fetchChunk, localeNames: LOCALE_NAMES, locale: fetchChunk };
};
