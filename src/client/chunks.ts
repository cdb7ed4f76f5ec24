/** What a client fetches when it is needed. Builds differ in where it comes from: `npmChunks` here, `cdnChunks` and `singleChunks` in the loader. */
import type { Place } from '../api/present.ts';
import type { createWholeCheck } from '../check/wholeCheck.ts';
import type { SessionExtras } from '../core/session/extras.ts';
import type { DisplayEnvironment, Displays } from '../display/environment.ts';
import type { DebugChunk } from '../governance/environment.ts';
import type { createGovernance } from '../governance/governance.ts';
import type { GovernanceExtras } from '../governance/more/governanceExtras.ts';
import type { LocaleChunks } from '../locales/pickLocale.ts';
import type { Options, SchemaIssue } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { ArgumentName } from './definition.ts';

type MountPrompt = typeof import('../../widgets/index.ts')['mountPrompt'];
type PromptExtras = typeof import('../../widgets/more/index.ts')['promptExtras'];

export interface DisplayChunk {
  createDisplays(environment: DisplayEnvironment): Displays;
  /** The Preact prompt; missing where the host presents sessions itself. */
  mountPrompt?: MountPrompt | undefined;
}

/** More than number scales with a comment. */
export interface ExtrasChunk {
  sessionExtras: SessionExtras;
  /** What the Preact prompt adds. */
  promptExtras?: PromptExtras | undefined;
  /** English for all of it. */
  english: Locale;
}

export interface Chunks extends LocaleChunks {
  /** `custom`: the host presents sessions itself, so the Preact prompt is not fetched. */
  display(custom: boolean): Promise<DisplayChunk>;
  extras(custom: boolean): Promise<ExtrasChunk>;
  governance(): Promise<{ createGovernance: typeof createGovernance }>;
  governanceExtras(): Promise<{ governanceExtras: GovernanceExtras }>;
  debug(): Promise<DebugChunk>;
  wholeCheck(): Promise<{ createWholeCheck: typeof createWholeCheck }>;
  explanation(): Promise<{
    explainWrong(what: ArgumentName | 'options', value: unknown): { message: string; issues: readonly SchemaIssue[] };
  }>;
  palettes(): Promise<{ toStyles(theme: Options['theme']): string }>;
  /** Keeps a prompt beside an element; nothing where a build has no such part. */
  anchored(): Promise<{ place: Place } | undefined>;
}
