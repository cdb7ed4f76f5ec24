import { listen } from '../src/browser/listen.ts';
import { page } from '../src/browser/page.ts';
import type { Prompt } from './extras.ts';

/** Events after which a focus trap may be gone: a click or a key closes most dialogs, and an animation follows. */
const CHANGES = ['click', 'keyup', 'focusin', 'transitionend', 'animationend'];
/** The delay after such an event. A dialog closes only after it. */
const CLOSING_MS = 300;

/**
 * Hides a prompt while a dialog of the page takes the focus back, because nobody could use the prompt by keyboard. Shows it again when the
 * element that took the focus is no longer visible. Modals that say so (`aria-modal`, `inert`) keep a prompt from appearing at all.
 */
export const stepAside = ({ layer, stops }: Pick<Prompt, 'layer' | 'stops'>): void => {
  const taker = page.activeElement;
  if (!taker || taker === page.body || layer.hidden) return;
  layer.hidden = true;
  const stop = listen(CHANGES, () => {
    setTimeout(() => {
      if (taker.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? taker.isConnected) return;
      layer.hidden = false;
      stop();
    }, CLOSING_MS);
  });
  stops.push(stop);
};
