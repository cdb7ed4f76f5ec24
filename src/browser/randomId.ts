/** Returns 128 random bits as up to 40 digits. Does not use `crypto.randomUUID`, which exists only in secure contexts and not on plain http. */
export const randomId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('');
