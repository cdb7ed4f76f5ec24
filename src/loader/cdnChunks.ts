import type { Chunks } from '../client/chunks.ts';

/**
 * Chunks that stand beside the script, by absolute address: in some frames a relative import resolves against the page. `build` names
 * the build that all files of a release share.
 */
export const createCdnChunks = (build: string, scriptUrl: string): Chunks => {
  const fetchChunk = <T>(name: string): Promise<T> => import(`${new URL(`scorelet-${name}-${build}.js`, scriptUrl)}`);
  return {
    display: () => fetchChunk('prompt'),
    extras: () => fetchChunk('extras'),
    governance: () => fetchChunk('governance'),
    governanceExtras: () => fetchChunk('governance-extras'),
    debug: () => fetchChunk('debug'),
    wholeCheck: () => fetchChunk('check'),
    explanation: () => fetchChunk('explanation'),
    palettes: () => fetchChunk('palettes'),
    anchored: () => fetchChunk('anchored'),
    locale: (name) => fetchChunk(name),
    ownLocale: () => fetchChunk('own'),
  };
};
