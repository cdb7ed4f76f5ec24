import { page } from './page.ts';

const PROTOCOLS = ['https:', 'mailto:', 'tel:'];

/**
 * Resolves a link from the survey definition. Returns `undefined` unless it is an https, mailto or tel URL, or has the origin of the page.
 */
export const toSafeUrl = (address: string): string | undefined => {
  try {
    const { href, protocol } = new URL(address, page.baseURI);
    // Protocol and host are compared instead of origins: in a sandboxed frame, the page and a `javascript:` URL both have the origin
    // `null`.
    return PROTOCOLS.includes(protocol) || href.startsWith(`${location.origin}/`) ? href : undefined;
  } catch {
    return undefined;
  }
};
