/**
 * When a selected score counts. Every arrow press on a radio is a change, and one wrap-around selects 10: a pointer commits
 * at once, a key or an assistive tool when the group is left, on Enter, or after a while without a change.
 * The first Enter commits and the next one submits, so confirming a score never loses the comment.
 */
import type { InputMode } from '../src/core/session/sessionState.ts';

export interface CommitRule {
  /** Somebody chose a score with a pointer (`detail` > 0), a key or an assistive tool. */
  onSelect(detail: number): InputMode;
  onKey(): void;
  onLeave(): void;
  stop(): void;
}

const PAUSE_MS = 1500;

/** Creates the rule for one question; `commit` may be called when there is nothing new. */
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
