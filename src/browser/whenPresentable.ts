import { listen } from './listen.ts';

/** Types of controls that have a value but take no text. */
const WITHOUT_TEXT = ['button', 'submit', 'reset', 'checkbox', 'radio', 'select-one', 'select-multiple'];
const MODAL = 'dialog:modal,[aria-modal=true],body[inert],body>[inert]';

/** Returns true when a prompt may appear: not on a hidden page, in full screen, over a modal or while the respondent types. */
export const isPresentable = (): boolean => {
  // An empty field that has the focus, such as a search box with autofocus, is no reason to wait.
  const field = document.activeElement as HTMLInputElement;
  return !(
    document.hidden ||
    document.fullscreenElement ||
    field?.isContentEditable ||
    (field?.value && !WITHOUT_TEXT.includes(field.type)) ||
    // Closed modals stay in many pages: only one that takes up space counts.
    [...document.querySelectorAll(MODAL)].some((modal) => modal.getClientRects()[0])
  );
};

/** After one of these, a modal may be closed, a field left, a page visible again. */
const EVENTS = ['visibilitychange', 'click', 'keyup', 'focusout'];

/** Resolves as soon as a prompt may appear, at once where it may already, or when the signal aborts. It listens and never polls. */
export const whenPresentable = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (isPresentable()) return resolve();
    let timer: ReturnType<typeof setTimeout>;
    const end = () => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const stopListening = listen(EVENTS, () => {
      clearTimeout(timer);
      // A dialog closes and focus moves after the event; half a second also covers the way from one field to the next.
      timer = setTimeout(() => isPresentable() && end(), 500);
    });
    signal.addEventListener('abort', end);
  });
