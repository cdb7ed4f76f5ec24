/**
 * Whether this build has more than a number scale with a comment: other kinds of question, steps, endings, piping, translations.
 * The script tag's prompt for plain surveys is built with `false`, and what only this leads to falls away.
 */
export const MORE: boolean = true;
