import { h } from 'preact';
import { toSafeUrl } from '../../src/browser/safeUrl.ts';
import type { PromptExtras } from '../extras.ts';

/** Draws the link of an ending: a review page for promoters, say. */
export const drawLink: PromptExtras['drawLink'] = ({ link }, onFollow) => {
  const url = link && toSafeUrl(link.url);
  return url ? (
    <p class="ending">
      <a class="submit" part="link" href={url} target="_blank" rel="noreferrer" onClick={() => onFollow(url)}>
        {link?.label}
      </a>
    </p>
  ) : undefined;
};
