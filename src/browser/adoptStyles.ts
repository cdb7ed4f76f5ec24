/**
 * Gives a shadow root its styles in a way that a strict CSP has nothing against. Where constructable sheets are missing
 * (Safari before 16.4) a `<style>` with the page's nonce.
 */
export const adoptStyles = (root: ShadowRoot, css: string, nonce?: string): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Never a `<style>` that a policy would report: without a nonce the prompt is not shown, and `onError` hears why.
    if (!nonce) throw new Error('Set the option nonce');
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.prepend(style);
  }
};
