import { h } from 'preact';
import { toSafeUrl } from '../../src/browser/safeUrl.ts';
import type { PromptExtras } from '../extras.ts';

/** Draws the link of a survey's ending, such as a link to a review page for promoters. */
export const drawLink: PromptExtras['drawLink'] = (session) => {
  const link = session.state().ending?.link;
  const url = link && toSafeUrl(link.url);
  return url ? (
    <p class="ending">
      <a
        class="submit"
        part="link"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => session.followLink(url, 'ending')}
      >
        {link?.label}
      </a>
    </p>
  ) : undefined;
};
