const LONGEST = 200;
/** What an event has room for: a longer wording would make every answer to it invalid. */
const LONGEST_SHOWN = 1000;

/**
 * Puts what was answered before, and facts of the host, where a wording says `{name}` or `{name|what to say without it}`. They
 * stay text, cut to 200 characters, and marks isolate them from the direction of what stands around them.
 */
export const pipe = (text: string, find: (name: string) => unknown): string =>
  text
    .replace(/\{([\w.:-]+)(?:\|([^{}]*))?\}/g, (_, name: string, otherwise = '') => {
      const value = find(name);
      return value === undefined || value === ''
        ? otherwise
        : `\u2068${[...`${value}`].slice(0, LONGEST).join('')}\u2069`;
    })
    .slice(0, LONGEST_SHOWN)
    // Half a letter is none.
    .replace(/[\ud800-\udbff]$/, '');
