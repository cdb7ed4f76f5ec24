import { listen } from './listen.ts';

/** Input types that have a value but accept no typing. */
const WITHOUT_TEXT = ['button', 'submit', 'reset', 'checkbox', 'radio', 'select-one', 'select-multiple'];
const MODAL = 'dialog:modal,[aria-modal=true],body[inert],body>[inert]';

/** Returns true when a prompt may appear: not on a hidden page, in full screen, over a modal or while the respondent types. */
export const isPresentable = (): boolean => {
  // An empty field with the focus, such as a search box with autofocus, does not block the prompt.
  const field = document.activeElement as HTMLInputElement;
  return !(
    document.hidden ||
    document.fullscreenElement ||
    field?.isContentEditable ||
    (field?.value && !WITHOUT_TEXT.includes(field.type)) ||
    // Many pages keep closed modals in the document, so only modals with a size count.
    [...document.querySelectorAll(MODAL)].some((modal) => modal.getClientRects()[0])
  );
};

/** Events after which a modal may have closed, a field may have lost the focus, or the page may be visible again. */
const EVENTS = ['visibilitychange', 'click', 'keyup', 'focusout'];

/** Resolves when a prompt may appear, at once if possible, or when the signal aborts. Listens to events and does not poll. */
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
      // Dialogs close and the focus moves after the event. Half a second also covers moving from one field to the next.
      timer = setTimeout(() => isPresentable() && end(), 500);
    });
    signal.addEventListener('abort', end);
  });
