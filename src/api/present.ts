import type { NormalSurvey } from '../core/session/normalSurvey.ts';
import type { Session } from '../core/session/session.ts';
import type { DismissReason } from '../schema/index.ts';

/** Keeps an element beside its anchor, starting in the next task. Returns a function that stops it. */
export type Place = (layer: HTMLElement, anchor: Element, survey: NormalSurvey) => () => void;

/** The options of a prompt, in addition to its session. */
export interface PresentOptions {
  presentation: NormalSurvey['presentation'];
  /** The element that contains an inline prompt or that an anchored prompt points at. */
  target: Element | undefined;
  /** Keeps an anchored prompt beside its anchor. */
  place: Place | undefined;
  /** The color scheme of the prompt. @default 'auto' */
  colorScheme: 'light' | 'dark' | 'auto' | undefined;
  /** CSS of a palette other than the default. */
  styles: string | undefined;
  brand: string | undefined;
  /** The absolute URL of the privacy page. The client has checked it. */
  privacyUrl: string | undefined;
  /** True when the respondent requested the prompt. The focus then moves to its first control. */
  takeFocus: boolean | undefined;
  /** True when the prompt offers "Don't ask again": from the second display on. */
  mayRefuse: boolean;
  /** Ends the display: dismisses the session, unless it is completed or snoozed, and removes the prompt. */
  close(reason: DismissReason): void;
}

/** Shows a session to the respondent. The Preact prompt implements it; your own prompt can too. Returns a function that removes the prompt. */
export type Present = (session: Session, options: PresentOptions) => () => void;
