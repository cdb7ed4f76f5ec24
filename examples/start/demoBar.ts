/** The strip under every demo page: where the results are, what is on the page, how to begin again. */
import { type Fragment, type Html, html } from './html.ts';

export interface DemoBarOptions {
  /** Origin of the collector. */
  readonly collector: string;
  /** The survey of this page, if it has one, and its address. */
  readonly survey?: string | undefined;
  readonly url: URL;
  /** The tags on this page that make the survey, to be read. */
  readonly code?: string | undefined;
  /** What a script may fill in. */
  readonly extra?: Fragment;
}

const PREVIEW = 'scorelet-preview';

/** Links to the preview of this page's survey, or out of it. */
const toPreviewLink = (url: URL, survey: string): Html => {
  const address = new URL(url);
  const previewing = address.searchParams.has(PREVIEW);
  if (previewing) address.searchParams.delete(PREVIEW);
  else address.searchParams.set(PREVIEW, survey);
  return html`<a href="${address.pathname + address.search}">${previewing ? 'Leave the preview' : 'Preview the prompt'}</a>`;
};

export const toDemoBar = ({ collector, survey, url, code, extra }: DemoBarOptions): Html => html`
<aside class="demo-bar" aria-label="About this demo" lang="en">
<div class="demo-bar-row">
<p>This is a demo of <strong>scorelet</strong>.</p>
<p class="demo-bar-links">
<a href="${collector}/results">See the results</a>
<a href="/gallery/">See every prompt</a>
${survey && toPreviewLink(url, survey)}
<a href="/start-over">Start over</a>
</p>
</div>
${extra}
${code && html`<details><summary>What is on this page</summary><pre tabindex="0"><code>${code}</code></pre></details>`}
</aside>`;
