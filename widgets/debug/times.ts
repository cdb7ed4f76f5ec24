import { page } from '../../src/browser/page.ts';

/** Formats times for the debug panel in the language of the page, with Latin digits. */
const toFormat = (options: Intl.DateTimeFormatOptions) => {
  try {
    return new Intl.DateTimeFormat(page.documentElement.lang || undefined, { ...options, numberingSystem: 'latn' });
  } catch {
    // The `lang` of the page is not a valid language tag.
    return new Intl.DateTimeFormat(undefined, options);
  }
};

export const toMoment = (at: Date | number): string => toFormat({ dateStyle: 'short', timeStyle: 'short' }).format(at);
export const toTime = (at: Date | number): string => toFormat({ timeStyle: 'medium' }).format(at);
