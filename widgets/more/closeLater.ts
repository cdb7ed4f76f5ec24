/** Calls back after so long in which nobody pointed at an element, was in it, or had the page hidden. Returns what stops it. */
export const closeLater = (element: HTMLElement, ms: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus goes is known only after it has left. */
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!document.hidden && !element.matches(':hover,:focus-within')) timer = setTimeout(callback, ms);
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
