/** Moments as the page's readers write them, in numbers. */
const toFormat = (options: Intl.DateTimeFormatOptions) => {
  try {
    return new Intl.DateTimeFormat(document.documentElement.lang || undefined, { ...options, numberingSystem: 'latn' });
  } catch {
    // The page's language is none.
    return new Intl.DateTimeFormat(undefined, options);
  }
};

export const toMoment = (at: Date | number): string => toFormat({ dateStyle: 'short', timeStyle: 'short' }).format(at);
export const toTime = (at: Date | number): string => toFormat({ timeStyle: 'medium' }).format(at);
