import { page } from './page.ts';

/** Resolves a link from the survey definition. Returns `undefined` unless it is an https URL or has the origin of the page. */
export const toSafeUrl = (address: string): string | undefined => {
  // A link resolves its address without throwing. An invalid address has no protocol.
  const link = page.createElement('a');
  link.href = address;
  const { href, protocol } = link;
  // Protocol and host are compared instead of origins: in a sandboxed frame, the page and a `javascript:` URL both have the origin
  // `null`.
  return protocol === 'https:' || href.startsWith(`${location.origin}/`) ? href : undefined;
};
