/** Hashes text to at most eight hexadecimal digits (FNV-1a, 32 bit): the same text, the same id, in every browser. */
export const toHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
};
