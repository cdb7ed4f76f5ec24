import type { Known } from '../extras.ts';
import { own } from './own.ts';

/** The maximum length of a value that fills a placeholder, in code points. */
const MAX_VALUE = 200;
/** The maximum length of a question's wording in an event. With a longer wording, every answer to the question would be invalid. */
const MAX_WORDING = 1000;

const PLACEHOLDER = /\{([\w.:-]+)(?:\|([^{}]*))?\}/g;
/** Matches the first half of a surrogate pair without its second half. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** Looks up the value of a placeholder: an earlier answer by its question id, or a value of the host page such as `subject.id`. */
const find = (name: string, { state, committed, placeholders }: Known): unknown => {
  const answer = committed[name];
  if (state.scores[name] !== undefined) return state.scores[name];
  if (answer?.kind === 'choice') {
    return answer.choices.map(({ id, label }) => (id === 'other' && answer.other) || label).join(', ');
  }
  // The text of "Other" counts only while "Other" is selected.
  const text = state.choices[name] ? undefined : state.texts[name]?.trim();
  const [group = '', ...rest] = name.split('.');
  return text ?? own(own(placeholders, group), rest.join('.'));
};

/**
 * Replaces `{name}` and `{name|fallback}` with earlier answers and values of the host page. Values are inserted as plain text, truncated to
 * 200 code points, and isolated from the surrounding text direction.
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
