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

/** A part of the client that is fetched when it is needed. */
export interface Lazy<Part> {
  /** Resolves with nothing when it could not be fetched, which is reported. */
  fetch(): Promise<Part | undefined>;
  /** Returns it, if it has been fetched. */
  now(): Part | undefined;
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
  /** Returns whether the definition or the hooks have rules beyond the default ones. */
  readonly isGoverned: () => boolean;
  /** Shows a survey as soon as a prompt may appear. */
  readonly show: (survey: Survey, occasion: MomentOccasion) => void;
  /** What shows surveys. */
  readonly displays: Lazy<ShownPrompts>;
}
