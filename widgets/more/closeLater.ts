/**
 * Calls back after a period of `ms` in which the pointer was not over the card, the keyboard focus was not in it, and the page was
 * visible. Returns a function that stops this.
 */
export const closeLater = (layer: HTMLElement, ms: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // `:focus-visible`, because a click on "Submit" also moves the focus to the thanks. For such a respondent only the pointer counts.
  const isWanted = () => document.hidden || layer.querySelector('.card:hover,:focus-visible');
  /** Checks in a later task, when the focus has moved and the card has changed under the pointer. */
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isWanted()) timer = setTimeout(() => (isWanted() ? look() : callback()), ms);
    });
  };
  // A modal's backdrop belongs to the modal. Only bubbling events tell the backdrop from the card.
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
