import type { Present } from '../api/present.ts';
import type { DisplayEnvironment, FetchedParts } from './environment.ts';

/** Returns the host's own presenter, or the Preact prompt. */
const toPresent = ({ options, chunk: { mountPrompt }, extras }: FetchedParts): Present => {
  if (options.present) return options.present;
  if (!mountPrompt) throw new Error('The prompt is missing');
  return (session, details) => mountPrompt(session, details, extras?.promptExtras);
};

/** Combines the chunks that were fetched in parallel. */
export const toEnvironment = (parts: FetchedParts): DisplayEnvironment => {
  const { settings, extras, words, palettes, rules } = parts;
  return {
    ...parts,
    present: toPresent(parts),
    extras: extras?.sessionExtras,
    words: words ?? extras?.english,
    styles: palettes?.toStyles(settings.theme),
    draw: (survey) => rules.now()?.draw(survey),
  };
};
