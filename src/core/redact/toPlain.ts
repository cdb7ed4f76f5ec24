/**
 * Writes a text with full-width characters, digits, spaces and dashes in ASCII. Every character keeps its place: what is found in the result
 * is at the same place in the text.
 */
export const toPlain = (text: string): string =>
  text
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\uff01-\uff5e]/g, (character) => character.normalize('NFKC'))
    // Arabic-Indic and Persian digits: the last four bits of their code are their value.
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(/[\u2010-\u2015\u2212]/g, '-');
