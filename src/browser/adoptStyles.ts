/**
 * Adds styles to a shadow root as a constructed style sheet, which a strict CSP allows. Throws in Safari before 16.4. There is no fallback
 * with a nonce, because it would cost every page a hundred bytes for browsers that are hardly used any more.
 */
export const adoptStyles = (root: ShadowRoot, css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
};
