/** What the client lends this room, and what it gets. */
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { ClientEnvironment } from '../api/environment.ts';
import type { NotShownReason, ScoreletOptions, ShowResult } from '../api/options.ts';
import type { Present, PresentOptions } from '../api/present.ts';
import type { SessionExtras } from '../core/session/extras.ts';
import type { Session } from '../core/session/session.ts';
import type { Unstamped } from '../core/session/toEvent.ts';
import type { DismissReason, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { Turn } from './turn.ts';

export interface DisplayEnvironment extends ClientEnvironment {
  readonly present: Present;
  /** The locale that was fetched. @default English */
  readonly words: Locale | undefined;
  /** What sessions can do beyond scored questions and a comment. @default nothing more */
  readonly extras: SessionExtras | undefined;
  /** CSS of a palette other than the default one. */
  readonly styles: string | undefined;
  /** Resolves the closed gates; none when the survey may be shown now. */
  readonly findClosed: (survey: Survey, occasion: DisplayOccasion) => Promise<NotShownReason[]>;
  /** Draws what is left to chance, for the respondent of this moment. */
  readonly draw: (survey: Survey) => Pick<DisplayOccasion, 'sampling' | 'experiment'> | undefined;
  /** Surveys that the second half of the check refused: they are not shown. */
  readonly broken: readonly Survey[];
}

/** What the client hands over when everything that a prompt needs is fetched. */
export interface FetchedParts extends ClientEnvironment, Pick<DisplayEnvironment, 'findClosed' | 'broken'> {
  /** The Preact prompt; missing where the host presents sessions itself. Only widgets/ knows the inside of its extras. */
  readonly chunk: { mountPrompt?(session: Session, options: PresentOptions, extras?: object): () => void };
  readonly extras:
    | {
        readonly sessionExtras: SessionExtras;
        readonly promptExtras?: object | undefined;
        readonly english: Locale;
      }
    | undefined;
  /** The locale that was fetched. @default English */
  readonly words: Locale | undefined;
  readonly palettes: { toStyles(theme: ScoreletOptions['theme']): string } | undefined;
  readonly rules: {
    now(): Pick<DisplayEnvironment, 'draw'> | undefined;
  };
}

export interface Displays {
  /** Shows a survey when the page may be asked. A patient one waits for its turn while another prompt is open. */
  show(survey: Survey, occasion: DisplayOccasion, patient?: boolean): Promise<ShowResult>;
  /** Every survey that waits for its turn, is on its way to the page, or on it. */
  turns(): readonly Turn[];
  /** Takes a survey back, or its prompt from the page. */
  close(turn: Turn, reason: DismissReason): void;
  /** Posts a decision about a survey. */
  record(survey: Survey, decision: Unstamped): void;
  /** Removes the prompt, and forgets what waits for its turn or for delivery. */
  clear(): void;
  /** Applies the current consent. */
  obey(): void;
  /** Continues in another language; in English without words. */
  speak(words: Locale | undefined): void;
  /** Sends what waits; resolves when that attempt is over. */
  flush(): Promise<void>;
  /** Removes the prompt, sends what waits, and stops timers and listeners. */
  stop(): void;
}
