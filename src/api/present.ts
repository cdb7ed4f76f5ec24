import type { NormalSurvey } from '../core/session/normalSurvey.ts';
import type { Session } from '../core/session/session.ts';
import type { DismissReason } from '../schema/index.ts';

/** Keeps an element beside another, from the task after this one on. Returns what stops it. */
export type Place = (layer: HTMLElement, anchor: Element, survey: NormalSurvey) => () => void;

/** What a prompt is told beside its session. */
export interface PresentOptions {
  presentation: NormalSurvey['presentation'];
  /** The element an inline prompt goes into, or an anchored one points at. */
  target: Element | undefined;
  /** Keeps an anchored prompt where it belongs. */
  place: Place | undefined;
  /** @default 'auto' */
  colorScheme: 'light' | 'dark' | 'auto' | undefined;
  /** CSS of a palette beside the default one. */
  styles: string | undefined;
  brand: string | undefined;
  /** Absolute address of the privacy page, already checked. */
  privacyUrl: string | undefined;
  /** The respondent asked for the prompt: focus moves to its first control. */
  takeFocus: boolean | undefined;
  /** Whether "Don't ask again" is offered: from the second ask on. */
  mayRefuse: boolean;
  /** Ends the display: dismisses the session, unless it is completed or snoozed, and takes the prompt away. */
  close(reason: DismissReason): void;
}

/** Shows a session to a respondent; the Preact prompt is one, yours may be another. Returns what takes it away. */
export type Present = (session: Session, options: PresentOptions) => () => void;
