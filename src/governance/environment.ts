/** What the client lends the rules. */
import type { ClientEnvironment } from '../api/environment.ts';
import type { Displays } from '../display/environment.ts';
import type { Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';

/** A moment, apart from its survey. */
export type MomentOccasion = Omit<Moment, 'survey'>;

/** What the rules want of the code that shows surveys. */
export type ShownPrompts = Pick<Displays, 'turns' | 'close' | 'record'>;

/** A panel that was opened. It may have been closed since. */
export interface DebugPanel {
  /** Reads the explanations again: something has changed that is no event. */
  look(): void;
  close(): void;
}

export interface GovernanceEnvironment extends ClientEnvironment {
  readonly definition: {
    /** All surveys, invalid ones too. */
    readonly given: readonly Survey[];
    /** Those that passed the page's fast check. */
    readonly surveys: readonly Survey[];
    /** Resolves those that are invalid after all. */
    fetchBroken(): Promise<readonly Survey[]>;
  };
  /** The definition has rules beyond the default ones. */
  readonly governed: boolean;
  /** Shows a survey as soon as a prompt may appear. */
  readonly show: (survey: Survey, occasion: MomentOccasion) => void;
  /** Returns what shows surveys, if it has been fetched. */
  readonly displays: () => ShownPrompts | undefined;
  /** Fetches what shows surveys. */
  readonly load: () => Promise<ShownPrompts | undefined>;
}
