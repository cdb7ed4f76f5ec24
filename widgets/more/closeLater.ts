import { listen } from '../../src/browser/listen.ts';
import { page } from '../../src/browser/page.ts';

/**
 * Calls back after a period of `ms` milliseconds in which the pointer was not over the card, the keyboard focus was not in the card, and
 * the page was visible. Returns a function that cancels the callback.
 */
export const closeLater = (layer: HTMLElement, ms: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // `:focus-visible` is used, because a click on "Submit" also moves the focus to the thanks. For a respondent who clicks, only the pointer
  // counts.
  const isWanted = () => page.hidden || layer.querySelector('.card:hover,:focus-visible');
  /** Checks the conditions in a later task, when the focus has moved and the card has changed under the pointer. */
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isWanted()) timer = setTimeout(() => (isWanted() ? look() : callback()), ms);
    });
  };
  // The backdrop of a modal is part of the modal element, so only bubbling events distinguish the backdrop from the card.
  const names = ['pointerover', 'pointerout', 'focusin', 'focusout'];
  for (const name of names) layer.addEventListener(name, look);
  const stopListening = listen(['visibilitychange'], look);
  look();
  return () => {
    clearTimeout(timer);
    for (const name of names) layer.removeEventListener(name, look);
    stopListening();
  };
};
