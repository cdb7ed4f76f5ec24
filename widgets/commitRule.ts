/**
 * When a score that is selected without a pointer counts. Every arrow press on a radio is a change, and one press past the end selects 10.
 * So a key or an assistive tool commits when the group is left, or after a pause without a change. `scaleInput.ts` commits a pointer's score
 * at once, and any score on Enter: the first Enter commits and the next one submits, so confirming a score never loses the comment.
 */
import type { InputMode } from '../src/core/session/sessionState.ts';

export interface CommitRule {
  /** Call when the respondent selects a score. `detail` is above 0 for a pointer. Returns the input mode. */
  onSelect(detail: number): InputMode;
  onKey(): void;
  onLeave(): void;
  stop(): void;
}

const PAUSE_MS = 1500;

/** Creates the rule for one question. It may call `commit` when nothing has changed. */
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
