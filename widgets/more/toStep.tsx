import { h } from 'preact';
import { fill } from '../../src/core/session/fill.ts';
import type { PromptExtras } from '../extras.ts';

/** Draws the progress indicator and the back button of a survey with several steps. */
export const toStep: PromptExtras['toStep'] = (session) => {
  const { ui } = session.locale;
  const { step, steps } = session.state();
  if (steps < 2) return undefined;
  return {
    progress: <span class="lead aside">{fill(`${ui.step}`, { current: step + 1, total: steps })} </span>,
    back:
      step > 0 ? (
        <button type="button" class="back" part="back" onClick={session.back}>
          {ui.back}
        </button>
      ) : undefined,
    next: step < steps - 1 ? ui.next : undefined,
  };
};
