import type { Known } from '../extras.ts';

/** Code points that a placeholder shows of a value. */
const MAX_VALUE = 200;
/** Characters that an event has room for: a longer wording would make every answer to it invalid. */
const MAX_WORDING = 1000;

const PLACEHOLDER = /\{([\w.:-]+)(?:\|([^{}]*))?\}/g;
/** The first half of a surrogate pair, cut off from its second. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** Finds what a placeholder names: an earlier answer by its question's id, or a value of the host such as `subject.id`. */
const find = (name: string, { state, committed, placeholders }: Known): unknown => {
  const answer = committed[name];
  if (state.scores[name] !== undefined) return state.scores[name];
  if (answer?.kind === 'choice') {
    return answer.choices.map(({ id, label }) => (id === 'other' && answer.other) || label).join(', ');
  }
  // The text beside an "Other" that is not chosen is not an answer.
  const text = state.choices[name] ? undefined : state.texts[name]?.trim();
  const [group = '', ...rest] = name.split('.');
  return text ?? placeholders?.[group]?.[rest.join('.')];
};

/**
 * Fills `{name}` and `{name|fallback}` with earlier answers and values of the host. Values stay text, are cut to 200 code points,
 * and are isolated from the direction of the text around them.
 */
export const pipe = (text: string, known: Known): string =>
  text
    .replace(PLACEHOLDER, (_, name: string, fallback = '') => {
      const value = find(name, known);
      return value === undefined || value === ''
        ? fallback
        : `\u2068${[...`${value}`].slice(0, MAX_VALUE).join('')}\u2069`;
    })
    .slice(0, MAX_WORDING)
    .replace(HALF_PAIR, '');
