import type { Present } from '../api/present.ts';
import { createDeferred } from '../browser/deferred.ts';
import type { DisplayEnvironment, FetchedParts } from './environment.ts';

/** Returns the host's own presenter, or the Preact prompt. */
const toPresent = ({ options, chunk, extras }: FetchedParts): Present => {
  // Only a host that presents sessions itself gets a chunk without the Preact prompt.
  const { mountPrompt } = chunk as Required<typeof chunk>;
  return options.present ?? ((session, details) => mountPrompt(session, details, extras?.promptExtras));
};

/** Combines the chunks that were fetched in parallel. */
export const toEnvironment = (parts: FetchedParts): DisplayEnvironment => {
  const { settings, extras, words, palettes, rules } = parts;
  return {
    ...parts,
    ...createDeferred(),
    present: toPresent(parts),
    extras: extras?.sessionExtras,
    words: words ?? extras?.english,
    styles: palettes?.toStyles(settings.theme),
    draw: (survey) => rules.now()?.draw(survey),
  };
};
