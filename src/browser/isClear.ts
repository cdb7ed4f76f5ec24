import { page } from './page.ts';

/**
 * Returns true when surely nothing keeps a prompt from appearing: the page is visible and not in full screen, no element claims to be a
 * modal or is inert, and no field has the focus. When it returns false, `findObstacle` looks closer.
 */
export const isClear = (): boolean =>
  !page.hidden &&
  !page.fullscreenElement &&
  !page.querySelector('dialog:modal,[aria-modal=true],[inert]') &&
  // The focus is on the body when it is nowhere else; there is no focused element while the page is being parsed.
  (page.activeElement?.matches('body,a,button') ?? true);
