/** What a client fetches when it is needed. Builds differ in where it comes from: `createNpmChunks` here, `createCdnChunks` and `createSingleChunks` in the loader. */
import type { Place } from '../api/present.ts';
import type { createRulesCheck } from '../check/rulesCheck.ts';
import type { createSecondCheck } from '../check/secondCheck.ts';
import type { SessionExtras } from '../core/session/extras.ts';
import type { Displays, FetchedParts } from '../display/environment.ts';
import type { DebugChunk } from '../governance/debugChunk.ts';
import type { createGovernance } from '../governance/governance.ts';
import type { GovernanceExtras } from '../governance/more/governanceExtras.ts';
import type { OwnLocaleChunk } from '../locales/pickLocale.ts';
import type { Options, SchemaIssue } from '../schema/index.ts';
import type { Locale, LocaleFile } from '../schema/locale.ts';
import type { ArgumentName } from './argumentName.ts';

type MountPrompt = typeof import('../../widgets/index.ts')['mountPrompt'];
type PromptExtras = typeof import('../../widgets/more/index.ts')['promptExtras'];

export interface DisplayChunk {
  createDisplays(parts: FetchedParts): Displays;
  /** The Preact prompt; missing where the host presents sessions itself. */
  mountPrompt?: MountPrompt;
}

/** More than number scales with a comment. */
export interface ExtrasChunk {
  sessionExtras: SessionExtras;
  /** What the Preact prompt adds. */
  promptExtras?: PromptExtras | undefined;
  /** English for all of it. */
  english: Locale;
}

/** What the chunks contain, by the names of their files on the CDN. */
export interface ChunkContents {
  prompt: DisplayChunk;
  extras: ExtrasChunk;
  governance: { createGovernance: typeof createGovernance; createLaterCheck: typeof createRulesCheck };
  /** What the rules add where the settings ask for a history or for reports. */
  'governance-extras': { governanceExtras: GovernanceExtras };
  debug: DebugChunk;
  check: { createLaterCheck: typeof createSecondCheck };
  explanation: {
    explainWrong(what: ArgumentName | 'options', value: unknown): { message: string; issues: readonly SchemaIssue[] };
  };
  palettes: { toStyles(theme: Options['theme']): string };
  /** Keeps a prompt beside an element; nothing where a build has no such part. */
  anchored: { place: Place } | undefined;
  /** Puts a host's own words over English. */
  own: OwnLocaleChunk;
}

/** How to fetch each chunk. */
export type ChunkLoaders = { readonly [Name in keyof ChunkContents]: () => Promise<ChunkContents[Name]> };

export interface Chunks {
  fetch<Name extends keyof ChunkContents>(name: Name): Promise<ChunkContents[Name]>;
  /** The names of all locales, lower case; `pt-pt` stands before `pt`. */
  readonly localeNames: readonly string[];
  /** Fetches a locale by its name. */
  locale(name: string): Promise<LocaleFile>;
}
