/**
 * Adds the styles of a shadow root as a constructed sheet, which a strict CSP allows. Throws before Safari 16.4. A fallback with a nonce
 * would cost every page a hundred bytes for browsers that are hardly used any more.
 */
export const adoptStyles = (root: ShadowRoot, css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
};
