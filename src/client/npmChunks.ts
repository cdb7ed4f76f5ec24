/** Each part as an `import()` of its own, which the consumer's bundler splits. The only file that names widgets/, and only inside `import()`. */

import { fetchLocale } from '../locales/fetchLocale.ts';
import type { ChunkLoaders, Chunks } from './chunks.ts';

/** `custom`: the host presents sessions itself, so the Preact prompt is not fetched. */
export const createNpmChunks = (custom: boolean): Chunks => {
  const loaders: ChunkLoaders = {
    async prompt() {
      const [{ createDisplays }, prompt] = await Promise.all([
        import('../display/displays.ts'),
        custom ? undefined : import('../../widgets/index.ts'),
      ]);
      return { createDisplays, ...(prompt && { mountPrompt: prompt.mountPrompt }) };
    },
    async extras() {
      const [{ sessionExtras }, prompt, { locale: english }] = await Promise.all([
        import('../core/session/more/sessionExtras.ts'),
        custom ? undefined : import('../../widgets/more/index.ts'),
        import('../locales/en.ts'),
      ]);
      return { sessionExtras, promptExtras: prompt?.promptExtras, english };
    },
    governance: () => import('../governance/governance.ts'),
    'governance-extras': () => import('../governance/more/governanceExtras.ts'),
    async debug() {
      const [{ toExplanations }, { togglePanel }] = await Promise.all([
        import('../governance/explanations.ts'),
        import('../../widgets/debug/index.ts'),
      ]);
      return { toExplanations, togglePanel };
    },
    check: () => import('../check/wholeCheck.ts'),
    explanation: () => import('../schema/explanation.ts'),
    palettes: () => import('../../widgets/palettes.ts'),
    anchored: () => import('../../widgets/anchored/index.ts'),
    own: () => import('../locales/ownLocale.ts'),
  };
  return { fetch: (name) => loaders[name](), locale: fetchLocale };
};
