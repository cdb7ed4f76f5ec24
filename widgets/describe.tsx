import { h } from 'preact';
import type { Asked } from '../src/core/session/asked.ts';

/** Returns what surrounds the control of every question: its ARIA attributes, the id of its hint, and its error message. */
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
    // The error message is read before the hint.
    'aria-describedby': issue ? `${id}-issue ${hint}` : hint,
  };
  return { hint, aria, alert };
};
