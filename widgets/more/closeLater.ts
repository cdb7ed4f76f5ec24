/**
 * Calls back after so long in which nobody pointed at the card of a layer, was in it by keyboard, or had the page hidden.
 * Returns what stops it.
 */
export const closeLater = (layer: HTMLElement, ms: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A click on "Submit" puts the focus on the thanks as well: whoever clicked is gone when the pointer is.
  const isWanted = () => document.hidden || layer.querySelector('.card:hover,:focus-visible');
  /** Where the focus goes is known only after it has left, and what is under the pointer after the card has changed. */
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isWanted()) timer = setTimeout(() => (isWanted() ? look() : callback()), ms);
    });
  };
  // A modal's backdrop counts as the modal: only what bubbles tells its card from it.
  const names = ['pointerover', 'pointerout', 'focusin', 'focusout'];
  for (const name of names) layer.addEventListener(name, look);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    clearTimeout(timer);
    for (const name of names) layer.removeEventListener(name, look);
    document.removeEventListener('visibilitychange', look);
  };
};
