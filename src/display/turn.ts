import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { Survey } from '../schema/index.ts';
import type { Display } from './display.ts';

/** One survey that is about to open or is open. */
export interface Turn {
  readonly survey: Survey;
  readonly occasion: DisplayOccasion;
  /** Aborts when the survey is cancelled before its prompt is on the page. */
  readonly life: AbortController;
  /** True for a folded tab. It can coexist with any other prompt and blocks none. */
  readonly aside: boolean;
  /** Starts the turn, if it waits for another turn to end. */
  start?: (() => void) | undefined;
  /** The display, once its prompt is on the page. */
  display?: Display;
  /** Releases the lock that the tabs of the site share. */
  release?: (() => void) | undefined;
}
