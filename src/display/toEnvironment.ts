import type { Present } from '../api/present.ts';
import type { DisplayEnvironment, FetchedParts } from './displayEnvironment.ts';

/** Returns the host page's own presenter, or else the Preact prompt. */
const toPresent = ({ options, chunk, extras, rare }: FetchedParts): Present => {
  // The chunk lacks the Preact prompt only for a host page that presents sessions itself.
  const { mountPrompt } = chunk as Required<typeof chunk>;
  return options.present ?? ((session, details) => mountPrompt(session, details, rare, extras?.promptExtras));
};

/** Combines the chunks that were fetched in parallel into the environment of the displays. */
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
