/** Puts an element above the page, in the top layer. Browsers without popovers rely on its z-index. */
export const raise = (element: HTMLElement): void => {
  element.popover = 'manual';
  element.showPopover?.();
};
