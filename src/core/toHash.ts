/** Hashes a text to at most eight hexadecimal digits (32-bit FNV-1a). The result is the same in every browser. */
export const toHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193);
  return (hash >>> 0).toString(16);
};
