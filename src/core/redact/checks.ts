/** The character code of 9. */
const NINE = 57;

const withoutSeparators = (text: string) => text.replace(/[ -]/g, '');

/** Returns true when a text has 13 to 19 digits with the check digit of a payment card (ISO/IEC 7812-1, Luhn). */
export const isCard = (text: string): boolean => {
  const digits = withoutSeparators(text);
  let sum = 0;
  for (let i = 1; i <= digits.length; i++) {
    const digit = Number(digits.at(-i));
    sum += i % 2 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return digits.length > 12 && digits.length < 20 && sum % 10 === 0;
};

/** Returns true when a text has the length and the check digits of an IBAN of any country (ISO 13616, mod 97). */
export const isIban = (text: string): boolean => {
  const code = withoutSeparators(text);
  let rest = 0;
  for (let i = 0; i < code.length; i++) {
    // The first four characters come last. A letter counts as 10 to 35: its place in the alphabet is in the last five bits of its code.
    const character = code.charCodeAt((i + 4) % code.length);
    rest = (character > NINE ? rest * 100 + (character & 31) + 9 : rest * 10 + (character & 15)) % 97;
  }
  return code.length > 14 && rest === 1;
};
