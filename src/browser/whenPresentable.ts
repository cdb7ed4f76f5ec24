/** Types of controls that are not written into, though they have a value. */
const NOT_WRITTEN = /button|select|submit|reset|checkbox|radio/;
const MODAL = 'dialog:modal,[aria-modal=true],body[inert],body>[inert]';

/** Says whether a prompt may appear: never on a hidden page, in fullscreen, over a modal or while somebody writes. */
const isPresentable = (): boolean => {
  // An empty field that merely has the focus is no reason to wait.
  const field = document.activeElement as HTMLInputElement;
  return !(
    document.hidden ||
    document.fullscreenElement ||
    field?.isContentEditable ||
    (field?.value && !NOT_WRITTEN.test(field.type)) ||
    // Pages keep closed modals about: only what takes up room counts.
    [...document.querySelectorAll(MODAL)].some((modal) => modal.getClientRects()[0])
  );
};

const EVENTS = ['visibilitychange', 'fullscreenchange', 'focusout', 'input', 'close', 'toggle'];

/** Calls back as soon as a prompt may appear, at once or later. Never polls. Returns what stops the waiting. */
export const whenPresentable = (callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
    for (const name of EVENTS) removeEventListener(name, look, true);
  };
  const ready = () => {
    if (!isPresentable()) return;
    stop();
    callback();
  };
  // Focus has moved on and dialogs are closed only after the event; half a second also spares a field left for the next.
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(ready, 500);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { attributes: true, childList: true, subtree: true });
  for (const name of EVENTS) addEventListener(name, look, true);
  ready();
  return stop;
};
