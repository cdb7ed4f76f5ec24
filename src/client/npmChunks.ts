/** Fetches each chunk of the npm build with a separate `import()`, so that the consumer's bundler can split the code. */

import { LOCALE_NAMES } from '../locales/localeNames.ts';
import type { ChunkLoaders, Chunks } from './chunks.ts';

/** With `headless`, the host page presents sessions itself, so the Preact prompt is not fetched. */
export const createNpmChunks = (headless: boolean): Chunks => {
  const loaders: ChunkLoaders = {
    prompt: () => (headless ? import('../chunks/headless.ts') : import('../chunks/prompt.ts')),
    extras: () => (headless ? import('../chunks/headlessExtras.ts') : import('../chunks/extras.ts')),
    governance: () => import('../chunks/governance.ts'),
    'governance-extras': () => import('../governance/more/governanceExtras.ts'),
    debug: () => import('../chunks/debug.ts'),
    check: () => import('../chunks/check.ts'),
    explanation: () => import('../schema/explanation.ts'),
    rare: () => import('../chunks/rare.ts'),
    palettes: () => import('../../widgets/palettes.ts'),
    anchored: () => import('../../widgets/anchored/index.ts'),
    own: () => import('../locales/ownLocale.ts'),
  };
  return {
    fetch: (name) => loaders[name](),
    localeNames: LOCALE_NAMES,
    locale: async (name) => (await import('../locales/fetchLocale.ts')).fetchLocale(name),
  };
};
