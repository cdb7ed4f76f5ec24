import { h } from 'preact';
import type { Asked } from '../src/core/session/asked.ts';

/** What both kinds of question have around their control: its state for assistive tools, and what is wrong with the answer. */
export const describe = ({ id, required }: Asked, issue: string | undefined) => {
  const hint = `${id}-hint`;
  const alert = issue && (
    <p id={`${id}-issue`} class="issue">
      {issue}
    </p>
  );
  const aria = {
    'aria-required': required ? ('true' as const) : undefined,
    'aria-invalid': issue ? ('true' as const) : undefined,
    // What is wrong is read first.
    'aria-describedby': issue ? `${id}-issue ${hint}` : hint,
  };
  return { hint, aria, alert };
};
