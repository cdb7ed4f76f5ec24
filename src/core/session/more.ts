/**
 * What a build has. Script tags come in three sizes; what only the larger ones do stands behind these, and falls away where they
 * are false.
 */

/** More than NPS on a scale of numbers with a comment: the other instruments, styles and presentations, several steps. */
export const MORE: boolean = true;

/** Also what the one file has no room for: choices, e-mail addresses, consents, endings, piping, translations. */
export const EVERYTHING: boolean = true;
