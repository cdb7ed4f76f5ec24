/** The behaviour of modals, banners, tabs and offsets beyond that of a popover, and the behaviour of a prompt with several steps. */

import { listen } from '../../src/browser/listen.ts';
import { toMs } from '../../src/core/duration.ts';
import type { Prompt, PromptExtras } from '../extras.ts';
import { closeLater } from './closeLater.ts';
import { createTab } from './tab.ts';

/** The default distance of the prompt from the edge of the window, in CSS pixels. */
const EDGE = 16;

const showModal = (prompt: Prompt): void => {
  const { session, options, layer, status } = prompt;
  const { close } = options;
  // The back gesture of a phone fires `cancel` without a key event.
  layer.addEventListener('cancel', (event) => {
    event.preventDefault();
    close('escape');
  });
  // A click outside the card closes the prompt, unless that would lose a reply.
  layer.addEventListener('click', ({ target }) => {
    const { status, scores, texts, choices } = session.state();
    const begun = status === 'open' && Object.keys({ ...scores, ...texts, ...choices })[0];
    if (target === layer && !begun) close('outside');
  });
  // The page behind a modal does not scroll. Chromium sends no event to the dialog when it scrolls under the backdrop.
  const keepScroll = (event: Event) => {
    const isInCard = event.composedPath().indexOf(layer) > 0;
    // The heights are rounded, so a card that fits can be one pixel higher than its layer.
    if (!isInCard || layer.scrollHeight < layer.clientHeight + 2) event.preventDefault();
  };
  prompt.stops.push(listen(['wheel', 'touchmove'], keepScroll, globalThis, { passive: false }));
  // The status element moves into the dialog, because a screen reader does not read content outside a modal.
  layer.append(status);
  (layer as HTMLDialogElement).showModal();
  prompt.open(true);
};

/** Moves the focus to the first control when a new step appears. */
const followSteps = ({ session, focusFirst }: Prompt): (() => void) => {
  let current = session.state().step;
  return session.subscribe((_, { step }) => {
    if (step === current) return;
    current = step;
    focusFirst();
  });
};

export const present: PromptExtras['present'] = (prompt) => {
  const { session, options, layer, stops } = prompt;
  const { offset, closeAfter } = session.survey;
  const { presentation, close, takeFocus } = options;
  stops.push(followSteps(prompt));
  if (offset) {
    layer.style.setProperty('--scorelet-x', `${offset.x ?? EDGE}px`);
    layer.style.setProperty('--scorelet-y', `${offset.y ?? EDGE}px`);
  }
  if (closeAfter) {
    const stop = session.subscribe(({ type }) => {
      if (type === 'completed') stops.push(closeLater(layer, toMs(closeAfter), () => close('expired')));
    });
    stops.push(stop);
  }
  if (presentation === 'tab') createTab(prompt);
  else if (presentation === 'modal') showModal(prompt);
  else prompt.open(takeFocus);
};
