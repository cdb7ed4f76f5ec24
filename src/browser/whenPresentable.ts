import { listen } from './listen.ts';

/** Types of controls that are not written into, though they have a value. */
const NOT_WRITTEN = /button|select|submit|reset|checkbox|radio/;
const MODAL = 'dialog:modal,[aria-modal=true],body[inert],body>[inert]';

/** Says whether a prompt may appear: never on a hidden page, in fullscreen, over a modal or while somebody writes. */
export const isPresentable = (): boolean => {
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

/** After one of these a modal may be closed, a field left, a page in sight again. */
const EVENTS = ['visibilitychange', 'click', 'keyup', 'focusout'];

/** Calls back as soon as a prompt may appear, at once or later, in a task of its own. Never polls. Returns what stops it. */
export const whenPresentable = (callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const ready = () => {
    if (!isPresentable()) return;
    stop();
    timer = setTimeout(callback);
  };
  const stopListening = listen(EVENTS, () => {
    clearTimeout(timer);
    // Dialogs are closed and focus has moved on only after the event; half a second also spares a field left for the next.
    timer = setTimeout(ready, 500);
  });
  const stop = () => {
    clearTimeout(timer);
    stopListening();
  };
  // A task of its own: what led here has had its turn.
  timer = setTimeout(ready);
  return stop;
};
