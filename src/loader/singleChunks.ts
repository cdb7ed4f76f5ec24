import { warn } from '../browser/warn.ts';
import * as explanation from '../check/explanation.ts';
import * as check from '../chunks/check.ts';
import * as governance from '../chunks/governance.ts';
import * as rare from '../chunks/rareNeeds.ts';
import type { ChunkContents, ChunkLoaders, Chunks } from '../client/chunks.ts';
import { sessionExtras } from '../core/session/more/sessionExtras.ts';
import type { Rare } from '../display/displayEnvironment.ts';
import { createDisplays } from '../display/displays.ts';
import { governanceExtras } from '../governance/more/governanceExtras.ts';
import { locale as english } from '../locales/en.ts';
import { LOCALE_NAMES } from '../locales/localeNames.ts';
import * as ownLocale from '../locales/ownLocale.ts';
import { fetchConfig } from './fetchConfig.ts';

/** The code of widgets/ that the single file contains. */
export type Prompt = Required<Pick<ChunkContents['prompt'], 'mountPrompt'>> &
  Pick<ChunkContents['extras'], 'promptExtras'>;

/**
 * Provides the chunks of the single-file build, which contains almost all code. Locales, palettes and what few pages need are fetched from
 * the script's directory where the page allows it. There is no debug panel.
 */
export const createSingleChunks =
  ({ mountPrompt, promptExtras }: Prompt, build: string) =>
  (scriptUrl: string): Chunks => {
    const importBeside = (name: string) => import(`${new URL(`scorelet-${name}-${build}.js`, scriptUrl)}`);
    const fetchBeside = async <T>(name: string, fallback: T): Promise<T> => {
      try {
        return await importBeside(name);
      } catch (cause) {
        warn(`scorelet.single.js could not fetch "${name}" (${cause}).`);
        return fallback;
      }
    };
    /** Calls a function of the file `rare`, if the page allows it to be fetched. */
    const tell =
      (name: string) =>
      async (...given: readonly unknown[]) => {
        const help: { [name: string]: (...given: readonly unknown[]) => unknown } = await fetchBeside('rare', {});
        return help[name]?.(...given);
      };
    const createRecovery: Rare['createRecovery'] = (options) => (failure) => {
      void tell('advise')(failure.receipt, options);
      return rare.recover(failure);
    };
    const own: { readonly [name: string]: unknown } = { ...rare, createRecovery, fetchConfig };
    const rareOrBeside = new Proxy(own, {
      // A promise must not take this object for another promise.
      get: (_, name: string) => (name in own || name === 'then' ? own[name] : tell(name)),
    }) as unknown as Rare;
    const loaders: ChunkLoaders = {
      prompt: async () => ({ createDisplays, mountPrompt }),
      extras: async () => ({ sessionExtras, promptExtras, english }),
      governance: async () => governance,
      'governance-extras': async () => ({ governanceExtras }),
      debug: () => importBeside('debug'),
      check: async () => check,
      explanation: () => fetchBeside('explanation', explanation),
      rare: async () => rareOrBeside,
      palettes: () => fetchBeside('palettes', { toStyles: () => '' }),
      anchored: () => fetchBeside('anchored', undefined),
      own: async () => ownLocale,
    };
    return {
      fetch: (name) => loaders[name](),
      localeNames: LOCALE_NAMES,
      locale: (name) => fetchBeside(name, { locale: english }),
    };
  };
