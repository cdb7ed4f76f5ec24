import type { Session } from './core/session.ts';
import type { DismissReason } from './schema/index.ts';

/** What a prompt is told beside its session. */
export interface PresentOptions {
  presentation: 'popover' | 'inline';
  /** The element an inline prompt goes into. */
  target: Element | undefined;
  /** @default 'auto' */
  colorScheme: 'light' | 'dark' | 'auto' | undefined;
  brand: string | undefined;
  /** Absolute address of the privacy page, already checked. */
  privacyUrl: string | undefined;
  /** The respondent asked for the prompt: focus moves to its first control. */
  takeFocus: boolean | undefined;
  /** Ends the display: dismisses the session, unless it is completed or snoozed, and takes the prompt away. */
  close(reason: DismissReason): void;
}

/** Shows a session to a respondent; the Preact prompt is one, yours may be another. Returns what takes it away. */
export type Present = (session: Session, options: PresentOptions) => () => void;
