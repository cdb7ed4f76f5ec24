/** https, mailto, tel, and http on this machine. */
const SAFE = /^(https:|mailto:|tel:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/;

/** Resolves a link somebody configured; `undefined` when it is of no safe kind. */
export const toSafeUrl = (address: string): string | undefined => {
  try {
    const { href } = new URL(address, location.href);
    return SAFE.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
};
