import { warn } from '../browser/warn.ts';
import * as explanation from '../check/explanation.ts';
import * as check from '../chunks/check.ts';
import * as governance from '../chunks/governance.ts';
import type { ChunkContents, ChunkLoaders, Chunks } from '../client/chunks.ts';
import { sessionExtras } from '../core/session/more/sessionExtras.ts';
import { createDisplays } from '../display/displays.ts';
import { governanceExtras } from '../governance/more/governanceExtras.ts';
import { locale as english } from '../locales/en.ts';
import * as ownLocale from '../locales/ownLocale.ts';
import { LOCALE_NAMES } from './localeNames.ts';

/** The code of widgets/ that the single file contains. */
export type Prompt = Required<Pick<ChunkContents['prompt'], 'mountPrompt'>> &
  Pick<ChunkContents['extras'], 'promptExtras'>;

/**
 * Provides the chunks of the single-file build, which contains almost all code. Locales and palettes are large, so they are fetched from
 * the script's directory where the page allows it. An anchored prompt appears in its corner, and there is no debug panel.
 */
export const createSingleChunks =
  ({ mountPrompt, promptExtras }: Prompt, build: string) =>
  (scriptUrl: string): Chunks => {
    const said = new Set<string>();
    const warnOnce = (message: string, cause?: unknown) => {
      if (said.has(message)) return;
      said.add(message);
      warn(cause ? `${message} (${cause})` : message);
    };
    const fetchBeside = async <T>(name: string, fallback: T, message: string): Promise<T> => {
      try {
        return await import(`${new URL(`scorelet-${name}-${build}.js`, scriptUrl)}`);
      } catch (cause) {
        warnOnce(message, cause);
        return fallback;
      }
    };
    const loaders: ChunkLoaders = {
      prompt: async () => ({ createDisplays, mountPrompt }),
      extras: async () => ({ sessionExtras, promptExtras, english }),
      governance: async () => governance,
      'governance-extras': async () => ({ governanceExtras }),
      debug: () =>
        Promise.reject(
          new Error('scorelet.single.js has no panel and no explanations. Use scorelet.js while you debug.'),
        ),
      check: async () => check,
      explanation: async () => explanation,
      palettes: () =>
        fetchBeside(
          'palettes',
          { toStyles: () => '' },
          'The palette could not be fetched from beside scorelet.single.js. Using "ink".',
        ),
      async anchored() {
        warnOnce('scorelet.single.js cannot put a prompt beside an element. It stands in its corner.');
        return undefined;
      },
      own: async () => ownLocale,
    };
    return {
      fetch: (name) => loaders[name](),
      localeNames: LOCALE_NAMES,
      locale: (name) =>
        fetchBeside(
          name,
          { locale: english },
          `The locale "${name}" could not be fetched from beside scorelet.single.js. Using English.`,
        ),
    };
  };
