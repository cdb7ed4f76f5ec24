import { page } from './page.ts';

/**
 * Moves the focus to where an element was that the page has removed: to the element that took its id, else to the main content of the page.
 * Without this, the focus would be on the body, and the next Tab would start at the top of the page.
 */
export const focusInstead = ({ id }: Element): void => {
  const heir = id && page.getElementById(id);
  const target = (heir || page.querySelector('main,[role=main],h1')) as HTMLElement | null;
  if (!target) return;
  target.focus({ preventScroll: !heir });
  if (page.activeElement === target) return;
  // An element that is no control takes the focus only with a `tabindex`. It loses it with the focus.
  target.tabIndex = -1;
  target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  target.focus({ preventScroll: !heir });
};
