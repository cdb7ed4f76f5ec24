import { isCard, isIban } from './checks.ts';
import { PHONE } from './phone.ts';
import { toPlain } from './toPlain.ts';

/** One form of personal data. */
interface Rule {
  /** Replaces the data. The words are the same in every language, and programs may rely on them. */
  readonly word: '[card]' | '[email]' | '[iban]' | '[id]' | '[ip]' | '[phone]';
  /**
   * Finds candidates. A repetition has a limit, or begins only where no other such begins before; so the running time is linear. What is
   * around a candidate counts only as far as no later rule can mask it; otherwise a second run could find more than the first.
   */
  readonly pattern: RegExp;
  /** Returns true when a candidate is real, where the pattern finds too much. */
  readonly isReal?: (candidate: string) => boolean;
}

/** The forms of personal data, the most certain first. */
const RULES: readonly Rule[] = [
  // In Chinese and Japanese no space separates an address from the text around it. So a local part has either Latin letters or none of
  // them, and a top-level domain in ASCII ends before other letters.
  {
    word: '[email]',
    pattern:
      /(?:[\w\u00c0-\u024f](?<=(?<![\w.+'\u00c0-\u024f-])[.+'-]*.)[\w.+'\u00c0-\u024f-]*|(?<![\p{L}\p{M}.])(?:(?![a-z])[\p{L}\p{M}.])+)(?:@|%40)(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z\d-]{1,59}|[a-z]{2,63}|[\p{L}\p{M}]{2,63})/giu,
  },
  {
    word: '[iban]',
    pattern: /(?<!\w)[a-z]{2}\d\d(?:[ -]?[a-z\d]{4}){2,7}(?:[ -]?[a-z\d]{1,3})?(?!\w)/gi,
    isReal: isIban,
  },
  // A version number can have the form of an IPv4 address. Few versions have seven digits, and few addresses have less. After an address, a
  // mask counts as the digits in its place.
  {
    word: '[ip]',
    pattern: /(?<![\w.])(?=[\d.]{10})[1-9]\d{0,2}(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?!\w|\.[\d[])/g,
  },
  {
    word: '[ip]',
    pattern: /(?<![\w:.])(?=[\w:]{0,39}::|(?:\w+:){7})[23f][\da-f]{3}(?::[\da-f]{0,4}){2,7}(?![\w:[])/gi,
  },
  // A US social security number, and a Brazilian CPF as it is printed.
  { word: '[id]', pattern: /(?<![\w-])(?:\d{3}-\d\d-\d{4}|\d{3}\.\d{3}\.\d{3}-\d\d)(?![\w-])/g },
  {
    word: '[card]',
    pattern: /(?<!\w)[2-6]\d{3}[ -]?(?:\d{4}[ -]?\d{4}|\d{6})(?:[ -]?\d{1,5}){1,2}(?!\w)/g,
    isReal: isCard,
  },
  { word: '[phone]', pattern: PHONE },
];

/** Returns the candidate, without the words after it that the pattern could not tell from it; an empty text when nothing of it is real. */
const toReal = (candidate: string, isReal: Rule['isReal']): string => {
  let real = candidate;
  while (real !== '' && isReal?.(real) === false) {
    real = real.slice(0, Math.max(real.lastIndexOf(' '), real.lastIndexOf('-'), 0));
  }
  return real;
};

/** A text as it is, and in ASCII for the patterns. */
interface Copies {
  readonly text: string;
  readonly plain: string;
}

/** Masks what one rule finds. The search begins anew after each mask, as it would in a second run. */
const mask = (copies: Copies, { word, pattern, isReal }: Rule): Copies => {
  const masked = { text: '', plain: '' };
  let { text, plain } = copies;
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const start = match.index;
    const end = start + toReal(match[0], isReal).length;
    if (end === start) pattern.lastIndex = start + 1;
    else {
      masked.text += text.slice(0, start) + word;
      masked.plain += plain.slice(0, start) + word;
      text = text.slice(end);
      plain = plain.slice(end);
      pattern.lastIndex = 0;
    }
  }
  return { text: masked.text + text, plain: masked.plain + plain };
};

/**
 * Masks the personal data that have a form of their own: e-mail addresses, phone numbers, payment cards, IBANs, IP addresses, US social
 * security numbers and Brazilian CPFs. Everything else stays as it is.
 *
 * It does not find names, postal addresses, dates of birth, user names, passwords, tokens in URLs, account numbers without check digits, other
 * national numbers, and phone numbers in none of the forms in `phone.ts`, such as `5551234` or `612 34 56 78`. So it reduces what is stored by
 * accident; it does not make a text anonymous.
 *
 * It never throws, a second run changes nothing, and the running time is linear in the length of the text.
 */
export const redact = (text: string): string => {
  let copies: Copies = { text, plain: toPlain(text) };
  for (const rule of RULES) copies = mask(copies, rule);
  return copies.text;
};
