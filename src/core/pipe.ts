const LONGEST = 200;

/**
 * Puts what was answered before, and facts of the host, where a wording says `{name}` or `{name|what to say without it}`. They
 * stay text, cut to 200 characters, and marks isolate them from the direction of what stands around them.
 */
export const pipe = (text: string, find: (name: string) => unknown): string =>
  text.replace(/\{([\w.:-]+)(?:\|([^{}]*))?\}/g, (_, name: string, otherwise = '') => {
    const value = find(name);
    return value === undefined || value === ''
      ? otherwise
      : `\u2068${[...`${value}`].slice(0, LONGEST).join('')}\u2069`;
  });
