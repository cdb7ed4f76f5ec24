/** Finds what keeps a prompt from appearing on the page now, and waits until it is gone. Fetched when `isClear` returns false. */
import { listen } from './listen.ts';
import { page } from './page.ts';

/** The page is hidden or in full screen, or an element: an open modal, inert content, or the field in which the respondent types. */
export type Obstacle = 'hidden' | 'fullscreen' | Element;

/** Focused elements that have a value but do not accept typing, such as radio buttons. A custom element may be a text field. */
const WITHOUT_TEXT = 'input:read-only,button,select';
const MAYBE_MODAL = '[aria-modal=true],[inert]';
const CONTROL = 'a,button,input,select,textarea';

/** Returns the focused field, also inside of shadow roots and frames, if the respondent may be typing in it. */
const findField = (): Element | undefined => {
  let field = page.activeElement as (HTMLInputElement & Partial<HTMLIFrameElement>) | null | undefined;
  for (let inner = field; inner; ) {
    field = inner;
    inner = (inner.shadowRoot ?? inner.contentDocument)?.activeElement as typeof field;
  }
  // An empty focused field, such as a search box with autofocus, does not block the prompt.
  return field && (field.isContentEditable || field.value) && !field.matches(WITHOUT_TEXT) ? field : undefined;
};

/**
 * Returns true for a modal that covers the page, and for the inert content behind one. Many pages keep closed modals and menus in the
 * document: invisible, outside of the window or under other content. In doubt, the prompt appears.
 */
const isInTheWay = (element: Element): boolean => {
  // Safari before 17.4 does not have `checkVisibility`.
  if (element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) === false) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (element.matches('[inert]')) {
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    // Not decoration: it covers half of the window and has something to use.
    return width > 0 && 2 * width * height > innerWidth * innerHeight && !!element.querySelector(CONTROL);
  }
  // The element, or else its content in the middle of the window, would receive a click.
  return [
    [left + right, top + bottom],
    [innerWidth, innerHeight],
  ].some(([x = 0, y = 0]) => element.contains(page.elementFromPoint(x / 2, y / 2)));
};

/** Returns what keeps a prompt from appearing now; `undefined` when it may appear. */
export const findObstacle = (): Obstacle | undefined => {
  if (page.hidden) return 'hidden';
  if (page.fullscreenElement) return 'fullscreen';
  const modal = page.querySelector('dialog:modal') ?? [...page.querySelectorAll(MAYBE_MODAL)].find(isInTheWay);
  return modal ?? findField();
};

/** Events after which an obstacle may be gone. `close` is the event of a dialog, the animations are those of modals that close. */
const CHANGES = [
  'visibilitychange',
  'fullscreenchange',
  'click',
  'keyup',
  'focusout',
  'close',
  'transitionend',
  'animationend',
];

/** Resolves when a prompt may appear, at once if possible, or when the signal aborts. Listens to events and does not poll. */
export const whenPresentable = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted || !findObstacle()) return resolve();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      stopListening();
      resolve();
    };
    const stopListening = listen(CHANGES, () => {
      // Waits half a second, because a dialog closes and the focus moves only after the event, and the respondent may be moving to another
      // field. Later events do not extend this time, because the animations of a page may never end.
      timer ??= setTimeout(() => {
        timer = undefined;
        if (!findObstacle()) end();
      }, 500);
    });
    signal.addEventListener('abort', end);
  });
