/**
 * Decides when a selected score is committed. Every arrow key on a radio button changes the selection, and one step past the lowest score
 * wraps around to 10. Therefore a pointer commits at once; a key or an assistive tool commits on Enter, when the focus leaves the group, or
 * after a pause. The first Enter commits and the next one submits, so that confirming a score does not skip the comment.
 */
import type { InputMode } from '../src/core/session/sessionState.ts';

export interface CommitRule {
  /** Must be called when the respondent selects a score. `detail` is above 0 for a pointer. Returns the input mode. */
  onSelect(detail: number): InputMode;
  onKey(): void;
  onLeave(): void;
  stop(): void;
}

const PAUSE_MS = 1500;

/** Creates the commit rule for one question. It may call `commit` even when nothing has changed. */
export const createCommitRule = (commit: () => void): CommitRule => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keyed = false;
  const now = () => {
    clearTimeout(timer);
    commit();
  };
  return {
    onSelect(detail) {
      clearTimeout(timer);
      if (detail > 0) {
        keyed = false;
        return 'pointer';
      }
      timer = setTimeout(now, PAUSE_MS);
      return keyed ? 'keyboard' : 'assistive';
    },
    onKey() {
      keyed = true;
    },
    onLeave: now,
    stop: () => clearTimeout(timer),
  };
};
