/** Resolves a configured link; `undefined` unless it is an https, mailto or tel URL, or has the origin of the page. */
export const toSafeUrl = (address: string): string | undefined => {
  try {
    const { href } = new URL(address, location.href);
    return /^(https|mailto|tel):/.test(href) || href.startsWith(`${location.origin}/`) ? href : undefined;
  } catch {
    return undefined;
  }
};
