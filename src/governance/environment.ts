/** What the client passes to the rules. */
import type { ClientEnvironment } from '../api/environment.ts';
import type { Displays } from '../display/environment.ts';
import type { Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';

/** A moment without its survey. */
export type MomentOccasion = Omit<Moment, 'survey'>;

/** The methods of the displays that the rules use. */
export type ShownPrompts = Pick<Displays, 'turns' | 'close' | 'record'>;

/** An opened panel. It may have been closed since. */
export interface DebugPanel {
  /** Refreshes the explanations after a change that emits no event. */
  look(): void;
  close(): void;
}

/** A part of the client that is fetched on demand. */
export interface Lazy<Part> {
  /** Resolves nothing when it could not be fetched, which is reported. */
  fetch(): Promise<Part | undefined>;
  /** Returns it, if it has been fetched. */
  now(): Part | undefined;
}

export interface GovernanceEnvironment extends ClientEnvironment {
  readonly definition: {
    /** All surveys, including invalid ones. */
    readonly given: readonly Survey[];
    /** The surveys that passed the fast check. */
    readonly surveys: readonly Survey[];
    /** Resolves those among them that are invalid by the full check. */
    fetchBroken(): Promise<readonly Survey[]>;
  };
  /** Returns true when the definition or the hooks have rules other than the default ones. */
  readonly isGoverned: () => boolean;
  /** Shows a survey as soon as a prompt may appear. */
  readonly show: (survey: Survey, occasion: MomentOccasion) => void;
  /** The displays. */
  readonly displays: Lazy<ShownPrompts>;
}
