/** Renders the bar below every demo page: links to the results, the gallery, the preview and "Start over", and the page's tags. */
import { type Fragment, type Html, html } from './html.ts';

interface DemoBarOptions {
  /** Origin of the collector. */
  readonly collector: string;
  /** The id of the page's survey. */
  readonly survey?: string | undefined;
  /** The address of the page. */
  readonly url: URL;
  /** The source of the page's survey, which the bar displays. */
  readonly code?: string | undefined;
  /** More content, for example a log that a script fills. */
  readonly extra?: Fragment;
}

const PREVIEW = 'scorelet-preview';

/** Returns a link that starts or ends the preview of the page's survey. */
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
