/**
 * The code that a client fetches on demand. The source depends on the build: `createNpmChunks`, `createCdnChunks` or `createSingleChunks`.
 */

import type { ScoreletOptions } from '../api/options.ts';
import type { Place } from '../api/present.ts';
import type { createRulesCheck } from '../check/rulesCheck.ts';
import type { createSecondCheck } from '../check/secondCheck.ts';
import type { SessionExtras } from '../core/session/extras.ts';
import type { Displays, FetchedParts, Rare } from '../display/displayEnvironment.ts';
import type { DebugChunk } from '../governance/debugChunk.ts';
import type { createGovernance } from '../governance/governance.ts';
import type { GovernanceExtras } from '../governance/more/governanceExtras.ts';
import type { OwnLocaleChunk } from '../locales/pickLocale.ts';
import type { Options, Survey } from '../schema/index.ts';
import type { Explained } from '../schema/issue.ts';
import type { Locale, LocaleFile } from '../schema/locale.ts';
import type { Explainable } from './argumentName.ts';

type MountPrompt = typeof import('../../widgets/index.ts')['mountPrompt'];
type PromptExtras = typeof import('../../widgets/more/index.ts')['promptExtras'];

export interface DisplayChunk {
  createDisplays(parts: FetchedParts): Displays;
  /** The Preact prompt. Missing when the host page presents sessions itself. */
  mountPrompt?: MountPrompt;
}

/** Session features other than a number scale with a comment. */
export interface ExtrasChunk {
  sessionExtras: SessionExtras;
  /** The part of the optional `extras` chunk that the Preact prompt uses. */
  promptExtras?: PromptExtras | undefined;
  /** The English locale including the optional strings. */
  english: Locale;
}

/** The exports of each chunk, by the name of its file on the CDN. */
export interface ChunkContents {
  prompt: DisplayChunk;
  extras: ExtrasChunk;
  governance: { createGovernance: typeof createGovernance; createLaterCheck: typeof createRulesCheck };
  /** The part of the rules that the options `history` and `report` need. */
  'governance-extras': { governanceExtras: GovernanceExtras };
  debug: DebugChunk;
  check: { createLaterCheck: typeof createSecondCheck };
  explanation: {
    explainWrong(what: Explainable, value: unknown): Explained | undefined;
    /** Removes mistakes in the look of prompts. Returns the surveys that are still invalid. */
    repair?(settings: ScoreletOptions, surveys: readonly Survey[]): readonly Survey[];
  };
  /** What few pages need. */
  rare: Rare;
  palettes: { toStyles(theme: Options['theme']): string };
  /** Places a prompt next to an element. Undefined in a build without anchored prompts. */
  anchored: { place: Place } | undefined;
  /** Merges the host page's own wording with the English strings. */
  own: OwnLocaleChunk;
}

/** The functions that fetch the chunks. */
export type ChunkLoaders = { readonly [Name in keyof ChunkContents]: () => Promise<ChunkContents[Name]> };

export interface Chunks {
  fetch<Name extends keyof ChunkContents>(name: Name): Promise<ChunkContents[Name]>;
  /** The names of all locales in lower case. `pt-pt` comes before `pt`, because the first matching name is used. */
  readonly localeNames: readonly string[];
  /** Fetches a locale by its name. */
  locale(name: string): Promise<LocaleFile>;
}
