import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { Survey } from '../schema/index.ts';
import type { Display } from './display.ts';

/** One survey on its way to the page, or on it. */
export interface Turn {
  readonly survey: Survey;
  readonly occasion: DisplayOccasion;
  /** Aborts when the survey is taken back before its prompt is on the page. */
  readonly life: AbortController;
  /** A folded tab: it stands beside whatever prompt is open, and keeps none from opening. */
  readonly aside: boolean;
  /** Starts it, while it waits for another turn to end. */
  start?: (() => void) | undefined;
  /** Its prompt, once that is on the page. */
  display?: Display;
  /** Gives the lock of the site's tabs back. */
  release?: (() => void) | undefined;
}
