import type { NormalSurvey } from '../core/session/normalSurvey.ts';
import type { Session } from '../core/session/session.ts';
import type { DismissReason } from '../schema/index.ts';

/** Keeps a prompt next to its anchor element. Returns a function that stops it. */
export type Place = (layer: HTMLElement, anchor: Element, survey: NormalSurvey) => () => void;

/** The options that a presenter receives in addition to the session. */
export interface PresentOptions {
  presentation: NormalSurvey['presentation'];
  /** The element that contains an inline prompt or that an anchored prompt points at. */
  target: Element | undefined;
  /** Keeps an anchored prompt next to its anchor element. */
  place: Place | undefined;
  /** The color scheme of the prompt. @default 'auto' */
  colorScheme: 'light' | 'dark' | 'auto' | undefined;
  /** The CSS of the palette, when it is not the default palette. */
  styles: string | undefined;
  brand: string | undefined;
  /** The absolute URL of the privacy page. The client has already validated it. */
  privacyUrl: string | undefined;
  /** True when the respondent requested the prompt. The focus then moves to its first control. */
  takeFocus: boolean | undefined;
  /** True when the prompt offers "Don't ask again": from the second display on. */
  mayRefuse: boolean;
  /** Ends the display: removes the prompt, and dismisses the session unless it is completed or snoozed. */
  close(reason: DismissReason): void;
}

/**
 * Shows a session to the respondent. The Preact prompt implements this function, and a host page can provide its own. Returns a function
 * that removes the prompt.
 */
export type Present = (session: Session, options: PresentOptions) => () => void;
