/** What becomes of a payload: the text that a marker had left at the same place, with the payload in place of the marker. */

/** Matches the three kinds of markers. The second group is the placeholder, or what the product put in its place. */
const MARKER = /\u27e6(\d+)\u27e7(\{no\|or\}|or)|m(\d+)m/g;

/** Matches a placeholder as the documentation describes it: `{name}` or `{name|fallback}`. */
const PLACEHOLDER = /\{[\w.:-]+(?:\|([^{}]*))?\}/g;

/** Replaces placeholders with their fallbacks: none of the corpus names an answer or a fact. */
const toFilled = (payload: string): string => payload.replace(PLACEHOLDER, (_, fallback = '') => fallback);

/** Returns the text that belongs in the place in which a document with markers left `template`. */
export const toExpected = (template: string, texts: readonly string[]): string =>
  template.replace(MARKER, (marker, wording, rest, id) => {
    const payload = texts[Number(wording ?? id)] ?? marker;
    // Where the placeholder of the marker was replaced, those of the payload are replaced too.
    if (rest === 'or') return payload.endsWith('{no|or}') ? payload.replace('{no|or}', 'or') : toFilled(payload);
    return payload;
  });

/** Returns the numbers of the slots whose markers are in a text. */
export const markersIn = (text: string): number[] =>
  [...text.matchAll(MARKER)].map(([, wording, , id]) => Number(wording ?? id));
