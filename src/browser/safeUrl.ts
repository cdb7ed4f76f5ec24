const PROTOCOLS = ['https:', 'mailto:', 'tel:'];

/** Resolves a configured link; `undefined` unless it is an https, mailto or tel URL, or has the origin of the page. */
export const toSafeUrl = (address: string): string | undefined => {
  try {
    const { href, protocol } = new URL(address, location.href);
    // Origins are not compared: in a sandboxed frame, the page and a `javascript:` URL have the origin `null`.
    return PROTOCOLS.includes(protocol) || href.startsWith(`${location.origin}/`) ? href : undefined;
  } catch {
    return undefined;
  }
};
