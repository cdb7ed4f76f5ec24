/** The types of what the client passes to the rules. */
import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import type { Displays } from '../display/displayEnvironment.ts';
import type { Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';

/** A moment (an occurrence of a trigger) without its survey. */
export type MomentOccasion = Omit<Moment, 'survey'>;

/** The methods of the displays that the rules call. */
export type ShownPrompts = Pick<Displays, 'turns' | 'close' | 'record'>;

/** A debug panel that was opened. It may have been closed since. */
export interface DebugPanel {
  /** Refreshes the explanations in the panel after a change that emits no event. */
  look(): void;
  close(): void;
}

/** A part of the client that is fetched on demand. */
export interface Lazy<Part> {
  /** Resolves the part, or undefined when it could not be fetched. The failure is reported. */
  fetch(): Promise<Part | undefined>;
  /** Returns the part if it has been fetched. */
  now(): Part | undefined;
}

export interface GovernanceEnvironment extends ClientEnvironment {
  readonly definition: {
    /** All surveys of the definition, including invalid ones. */
    readonly given: readonly Survey[];
    /** The surveys that passed the first half of the check. */
    readonly surveys: readonly Survey[];
    /** Resolves the invalid surveys among those that passed the first half of the check. */
    fetchBroken(): Promise<readonly Survey[]>;
  };
  /** Returns true when the definition or the hooks have rules other than the default ones. */
  readonly isGoverned: () => boolean;
  /** Shows a survey as soon as a prompt may appear on the page. */
  readonly show: (survey: Survey, occasion: MomentOccasion) => void;
  /** The displays of the client, fetched on demand. */
  readonly displays: Lazy<ShownPrompts>;
}
