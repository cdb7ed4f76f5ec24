/** What the client passes to the displays, and what it gets from them. */
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { ClientEnvironment } from '../api/environment.ts';
import type { NotShownReason, ScoreletOptions, ShowResult } from '../api/options.ts';
import type { Present, PresentOptions } from '../api/present.ts';
import type { Deferred } from '../browser/deferred.ts';
import type { SessionExtras } from '../core/session/extras.ts';
import type { Session } from '../core/session/session.ts';
import type { Unstamped } from '../core/session/toEvent.ts';
import type { DismissReason, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { Turn } from './turn.ts';

export interface DisplayEnvironment extends ClientEnvironment, Deferred {
  readonly present: Present;
  /** The fetched locale. @default English */
  readonly words: Locale | undefined;
  /** The session features beyond scored questions and a comment. @default none */
  readonly extras: SessionExtras | undefined;
  /** CSS of a palette other than the default one. */
  readonly styles: string | undefined;
  /** Resolves the closed gates; an empty list when the survey may be shown now. */
  readonly findClosed: (survey: Survey, occasion: DisplayOccasion) => Promise<NotShownReason[]>;
  /** Draws the random values, such as the sampling place, for the current respondent. */
  readonly draw: (survey: Survey) => Pick<DisplayOccasion, 'sampling' | 'experiment'> | undefined;
  /** Surveys that the second half of the check refused. They are not shown. */
  readonly broken: readonly Survey[];
}

/** What the client passes when everything that a prompt needs has been fetched. */
export interface FetchedParts extends ClientEnvironment, Pick<DisplayEnvironment, 'findClosed' | 'broken'> {
  /** The Preact prompt; missing when the host presents sessions itself. Only widgets/ knows the type of its extras. */
  readonly chunk: { mountPrompt?(session: Session, options: PresentOptions, extras?: object): () => void };
  readonly extras:
    | {
        readonly sessionExtras: SessionExtras;
        readonly promptExtras?: object | undefined;
        readonly english: Locale;
      }
    | undefined;
  /** The fetched locale. @default English */
  readonly words: Locale | undefined;
  readonly palettes: { toStyles(theme: ScoreletOptions['theme']): string } | undefined;
  readonly rules: {
    now(): Pick<DisplayEnvironment, 'draw'> | undefined;
  };
}

export interface Displays {
  /** Shows a survey when a prompt may appear. A patient survey waits while another prompt is open. */
  show(survey: Survey, occasion: DisplayOccasion, patient?: boolean): Promise<ShowResult>;
  /** The surveys that wait for their turn, are about to open, or are open. */
  turns(): readonly Turn[];
  /** Cancels a waiting survey, or removes its prompt from the page. */
  close(turn: Turn, reason: DismissReason): void;
  /** Posts a decision about a survey. */
  record(survey: Survey, decision: Unstamped): void;
  /** Removes the prompt, and discards waiting surveys and undelivered events. */
  clear(): void;
  /** Applies the current consent. */
  obey(): void;
  /** Switches to another locale; to English when none is given. */
  speak(words: Locale | undefined): void;
  /** Sends waiting events. Resolves when that attempt has ended. */
  flush(): Promise<void>;
  /** Removes the prompt, sends waiting events, and stops timers and listeners. */
  stop(): void;
}
