import type { Chunks } from '../client/chunks.ts';
import { LOCALE_NAMES } from './localeNames.ts';

/**
 * Chunks that stand beside the script, by absolute address: in some frames a relative import resolves against the page. `build` names
 * the build that all files of a release share.
 */
export const createCdnChunks = (build: string, scriptUrl: string): Chunks => {
  const fetchChunk = <T>(name: string): Promise<T> => import(`${new URL(`scorelet-${name}-${build}.js`, scriptUrl)}`);
  return { fetch: fetchChunk, localeNames: LOCALE_NAMES, locale: fetchChunk };
};
