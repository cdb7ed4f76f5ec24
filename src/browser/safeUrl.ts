import { page } from './page.ts';

const PROTOCOLS = ['https:', 'mailto:', 'tel:'];

/**
 * Resolves a link from the survey definition. Returns `undefined` unless it is an https, mailto or tel URL, or has the origin of the page.
 */
export const toSafeUrl = (address: string): string | undefined => {
  // A link resolves its address without throwing.
  const link = page.createElement('a');
  link.href = address;
  const { href } = link;
  // The start of the address is compared instead of origins: in a sandboxed frame, the page and a `javascript:` URL both have the origin
  // `null`.
  return [...PROTOCOLS, `${location.origin}/`].some((start) => href.startsWith(start)) ? href : undefined;
};
