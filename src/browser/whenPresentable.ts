import { listen } from './listen.ts';

/** Focused elements that have a value but do not accept typing, such as radio buttons. A custom element may be a text field. */
const WITHOUT_TEXT = 'input:read-only,button,select';
const MODAL = 'dialog:modal,[aria-modal=true],body[inert],body>[inert]';

/**
 * Returns true when a prompt may appear: the page is visible and not in full screen, no modal is open, and the respondent is not typing.
 */
export const isPresentable = (): boolean => {
  const field = document.activeElement as HTMLInputElement | null;
  return !(
    document.hidden ||
    document.fullscreenElement ||
    // An empty focused field, such as a search box with autofocus, does not block the prompt.
    ((field?.isContentEditable || field?.value) && !field.matches(WITHOUT_TEXT)) ||
    // Many pages keep closed modals in the document, so only modals with a size count.
    [...document.querySelectorAll(MODAL)].some((modal) => modal.getClientRects()[0])
  );
};

/** Events after which a modal may have closed, a field may have lost the focus, or the page may be visible again. */
const CHANGES = ['visibilitychange', 'click', 'keyup', 'focusout'];

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
    const stopListening = listen(CHANGES, () => {
      clearTimeout(timer);
      // Waits half a second, because a dialog closes and the focus moves only after the event, and the respondent may be moving to another
      // field.
      timer = setTimeout(() => isPresentable() && end(), 500);
    });
    signal.addEventListener('abort', end);
  });
