/**
 * Calls back after so long in which nobody pointed at an element, was in it by keyboard, or had the page hidden. Returns what
 * stops it.
 */
export const closeLater = (element: HTMLElement, ms: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus goes is known only after it has left. */
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A click on "Submit" puts the focus on the thanks as well: whoever clicked is gone when the pointer is.
      const inside = element.matches(':hover') || element.querySelector(':focus-visible');
      if (!document.hidden && !inside) timer = setTimeout(callback, ms);
    });
  };
  const names = ['pointerenter', 'pointerleave', 'focusin', 'focusout'];
  for (const name of names) element.addEventListener(name, look);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    clearTimeout(timer);
    for (const name of names) element.removeEventListener(name, look);
    document.removeEventListener('visibilitychange', look);
  };
};
