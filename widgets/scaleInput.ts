import type { TargetedKeyboardEvent } from 'preact';
import type { AskedScaleQuestion } from '../src/core/session/asked.ts';
import type { Session } from '../src/core/session/session.ts';
import { createCommitRule } from './commitRule.ts';
import { createGroupKeys } from './groupKeys.ts';

/** Handles the respondent's input on the score scale on screen. */
export interface ScaleInput {
  /** `detail` is the `detail` of the click event: 0 for keys and assistive tools. */
  onSelect(question: AskedScaleQuestion, score: number, detail: number): void;
  onKey(question: AskedScaleQuestion, event: TargetedKeyboardEvent<HTMLElement>): void;
  onLeave(): void;
  stop(): void;
}

/** Converts clicks and keys to scores of a session. `focus` moves the focus to the first element that matches a selector. */
export const createScaleInput = (session: Session, focus: (selector: string) => void): ScaleInput => {
  const rule = createCommitRule(() => {
    // A step has at most one scored question.
    for (const { id } of session.state().questions) session.commit(id);
  });
  const toScore = createGroupKeys();
  return {
    onSelect({ id }, score, detail) {
      session.select(id, score, rule.onSelect(detail));
      if (detail) session.commit(id);
    },
    onKey({ id, scale }, event) {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      rule.onKey();
      if (ctrlKey || metaKey || altKey) return;
      // The first Enter commits the score. The next Enter, or the submit button, submits the form.
      const confirmed = key === 'Enter' && session.commit(id) && session.state().questions.length > 1;
      const from = +(target as HTMLInputElement).value;
      const score = toScore(key, scale, event.timeStamp, from, session.locale.dir === 'rtl');
      if (confirmed || score !== undefined) event.preventDefault();
      if (score === undefined) return;
      session.select(id, score, rule.onSelect(0));
      focus(`[name="${id}"][value="${score}"]`);
    },
    onLeave: rule.onLeave,
    stop: rule.stop,
  };
};
