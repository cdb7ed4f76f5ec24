import { h } from 'preact';
import type { Asked } from '../src/core/session/asked.ts';

/**
 * Returns the parts around the control of a question that are the same for every type: its ARIA attributes, the id of its hint, and its
 * error message.
 */
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
    // A screen reader reads the error message before the hint.
    'aria-describedby': issue ? `${id}-issue ${hint}` : hint,
  };
  return { hint, aria, alert };
};
