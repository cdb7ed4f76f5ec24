/** Gives a shadow root its styles in the one way that a strict CSP has nothing against. Throws before Safari 16.4. */
export const adoptStyles = (root: ShadowRoot, css: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
};
