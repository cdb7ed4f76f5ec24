/** Returns 128 random bits in hexadecimal. Does not use `crypto.randomUUID`, which exists only in secure contexts and not on plain http. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
