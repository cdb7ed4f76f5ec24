/** Resolves a link somebody configured; `undefined` unless it is https, mailto, tel, or http on this machine. */
export const toSafeUrl = (address: string): string | undefined => {
  try {
    const url = new URL(address, location.href);
    const local = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    return local || /^(https|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
};
