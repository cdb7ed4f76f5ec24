/** How modal, banner, tab and offsets behave beyond the host they share with a popover. */

import { toMs } from '../../src/core/duration.ts';
import type { PromptExtras } from '../extras.ts';
import { closeLater } from './closeLater.ts';
import { createTab } from './tab.ts';

/** CSS pixels, as without an offset. */
const EDGE = 16;

export const present: PromptExtras['present'] = (layer, session, options, focusFirst, open) => {
  const { presentation, close } = options;
  const { offset, closeAfter } = session.survey;
  const stops: (() => void)[] = [];
  if (offset) {
    layer.style.setProperty('--x', `${offset.x ?? EDGE}px`);
    layer.style.setProperty('--y', `${offset.y ?? EDGE}px`);
  }
  if (presentation === 'modal') {
    // The back gesture of a phone has no key.
    layer.addEventListener('cancel', (event) => {
      event.preventDefault();
      close('escape');
    });
    // What is begun is not thrown away by a click beside it; once it is sent there is nothing to throw away.
    layer.addEventListener('click', ({ target }) => {
      const { status, scores, texts, choices } = session.state();
      const begun = status === 'open' && Object.keys({ ...scores, ...texts, ...choices })[0];
      if (target === layer && !begun) close('outside');
    });
  }
  if (closeAfter) {
    const stop = session.subscribe(({ type }) => {
      if (type === 'completed') stops.push(closeLater(layer, toMs(closeAfter), () => close('expired')));
    });
    stops.push(stop);
  }
  const tab = presentation === 'tab' ? createTab(layer, session, options, focusFirst, open) : undefined;
  return {
    waits: !!tab,
    close: tab?.close ?? close,
    stop() {
      for (const stop of stops) stop();
      tab?.stop();
    },
  };
};
