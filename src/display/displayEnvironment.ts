/** The types of what the client passes to the displays, and of what it gets from them. */

import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { NotShownReason, ScoreletOptions, ShowResult } from '../api/options.ts';
import type { Present, PresentOptions } from '../api/present.ts';
import type { SessionExtras } from '../core/session/extras.ts';
import type { Session } from '../core/session/session.ts';
import type { Unstamped } from '../core/session/toEvent.ts';
import type { Recovery } from '../delivery/delivery.ts';
import type { DismissReason, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { resumeDisplay } from './resumeDisplay.ts';
import type { Turn } from './turn.ts';

export interface DisplayEnvironment extends Omit<ClientEnvironment, 'options'> {
  /** The options with the hooks. With `redact`, `maskEvents` puts a hook of its own before `beforeSend`. */
  options: ScoreletOptions;
  readonly present: Present;
  /**
   * The current locale, after it was fetched.
   * @default English
   */
  readonly words: Locale | undefined;
  /**
   * The session features other than a score and a comment.
   * @default none
   */
  readonly extras: SessionExtras | undefined;
  /** The CSS of a palette other than the default one. */
  readonly styles: string | undefined;
  /** Resolves the closed gates of a survey; an empty list when the survey may be shown now. */
  readonly findClosed: (survey: Survey, occasion: DisplayOccasion) => Promise<NotShownReason[]>;
  /** Draws the random values for the current respondent: the sampling bucket and the experiment variant. */
  readonly draw: (survey: Survey) => Pick<DisplayOccasion, 'sampling' | 'experiment'> | undefined;
  /** The surveys that the second half of the check found invalid. They are not shown. */
  readonly broken: readonly Survey[];
  /** Fetches the code that few pages need. Resolves undefined when it cannot be fetched. */
  readonly rare: { fetch(): Promise<Rare | undefined> };
}

/** The code that few pages need. */
export interface Rare extends Recovery {
  whenPresentable(signal: AbortSignal): Promise<void>;
  takeLease(): (() => void) | undefined;
  /** Calls the hook `beforeShow`. Resolves true when the prompt may appear. */
  askHost(environment: Pick<DisplayEnvironment, 'options' | 'report'>, session: Session): Promise<boolean>;
  resumeDisplay: typeof resumeDisplay;
  /** Masks what respondents write from now on. Resolves undefined when the code cannot be fetched. */
  maskEvents(environment: DisplayEnvironment): Promise<true | undefined>;
  followOtherTab(
    event: StorageEvent,
    turns: readonly Turn[],
    environment: Pick<DisplayEnvironment, 'state' | 'findClosed'>,
  ): Promise<void>;
  /** Puts a prompt back into the page. Only widgets/ knows the type of the prompt. */
  bringBack(prompt: object, host: Element): void;
  /** Hides a prompt while a dialog of the page takes the focus back. */
  stepAside(prompt: object): void;
  /** Keeps a prompt clear of an on-screen keyboard. */
  clearKeyboard(prompt: object): void;
  /** Moves the focus to where a removed element was. */
  focusInstead(gone: Element): void;
}

/** What the client passes to the displays when all code that a prompt needs has been fetched. */
export interface FetchedParts extends ClientEnvironment, Pick<DisplayEnvironment, 'findClosed' | 'broken' | 'rare'> {
  /**
   * The Preact prompt. Missing when the host page presents sessions itself. Only widgets/ knows the type of the extras that the prompt
   * takes.
   */
  readonly chunk: {
    mountPrompt?(
      session: Session,
      options: PresentOptions,
      rare: DisplayEnvironment['rare'],
      extras?: object,
    ): () => void;
  };
  readonly extras:
    | {
        readonly sessionExtras: SessionExtras;
        readonly promptExtras?: object | undefined;
        readonly english: Locale;
      }
    | undefined;
  /**
   * The locale, after it was fetched.
   * @default English
   */
  readonly words: Locale | undefined;
  readonly palettes: { toStyles(theme: ScoreletOptions['theme']): string } | undefined;
  readonly rules: {
    now(): Pick<DisplayEnvironment, 'draw'> | undefined;
  };
}

export interface Displays {
  /** Shows a survey as soon as a prompt may appear. With `patient`, the survey waits while another prompt is open. */
  show(survey: Survey, occasion: DisplayOccasion, patient?: boolean): Promise<ShowResult>;
  /** The surveys that wait for another prompt to close, are about to open, or are open. */
  turns(): readonly Turn[];
  /** Cancels a waiting survey, or removes its prompt from the page. */
  close(turn: Turn, reason: DismissReason): void;
  /** Posts an event about the decision to show a survey or not. */
  record(survey: Survey, decision: Unstamped): void;
  /** Removes the prompt, discards waiting surveys, and removes the respondent from undelivered events. */
  clear(): void;
  /** Applies the current consent to stored and queued events. */
  obey(): void;
  /** Switches the prompts to another locale, or to English when none is given. */
  speak(words: Locale | undefined): void;
  /** Sends waiting events. Resolves when the attempt has ended. */
  flush(): Promise<void>;
  /** Removes the prompt, sends waiting events, and stops all timers and listeners. */
  stop(): void;
}
