import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { Survey } from '../schema/index.ts';
import type { Display } from './display.ts';

/** One survey that waits to be shown, is about to open, or is open. */
export interface Turn {
  readonly survey: Survey;
  readonly occasion: DisplayOccasion;
  /** Its signal aborts when the survey is cancelled before its prompt is on the page. */
  readonly life: AbortController;
  /** True for a prompt that is folded into a tab. It can be on the page together with any other prompt and blocks none. */
  readonly aside: boolean;
  /** Starts the turn. Present only while the survey waits for another prompt to close. */
  start?: (() => void) | undefined;
  /** The display of the survey. Present once its prompt is on the page. */
  display?: Display;
  /** Releases the lock that all tabs of the site share. */
  release?: (() => void) | undefined;
}
