/**
 * Gives a shadow root its styles in a way that a strict CSP has nothing against. Where constructable sheets are missing
 * (Safari before 16.4) a `<style>` with the page's nonce, else rules written one by one through the CSSOM.
 */
export const adoptStyles = (root: ShadowRoot, css: string, nonce?: string): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = css;
    root.prepend(style);
  }
};
