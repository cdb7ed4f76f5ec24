/** Resolves a link somebody configured; `undefined` unless it is https, mailto or tel, or a page of the same origin. */
export const toSafeUrl = (address: string): string | undefined => {
  try {
    const { href } = new URL(address, location.href);
    return /^(https|mailto|tel):/.test(href) || href.startsWith(`${location.origin}/`) ? href : undefined;
  } catch {
    return undefined;
  }
};
