import type { Options } from '../../src/schema/options.ts';
import { type CollectorDouble, startCollector, startServer } from '../helpers/servers.ts';

/** Everything about a page but where the SDK comes from. */
export interface PageRequest {
  config: Omit<Options, 'collector'>;
  /** The page's own markup around the prompt. @default a heading, a button before it and a field after it */
  body?: string | undefined;
  style?: string | undefined;
}

export interface PromptSite {
  readonly collector: CollectorDouble;
  /** The address of a host page with these options. */
  urlOf(request: PageRequest): string;
  close(): Promise<void>;
}

/** The page's own things that take part: what has the focus, what asks, what is pointed at, where an inline prompt goes. */
export const BODY = `<main><h1>Shop</h1><button id="before">Before</button> <button id="ask" onclick="scorelet.show('a', { takeFocus: true, force: true })">Ask</button>
  <p><button id="anchor">Anchor</button></p><div id="here"></div><button id="after">After</button></main>`;

/** Serves host pages that say their options in the address, so that one page can be taken from one to the next. */
export const startPromptSite = async (): Promise<PromptSite> => {
  const collector = await startCollector();
  const site = await startServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/') {
      response.writeHead(204).end();
      return;
    }
    const { config, body = BODY, style = '' } = JSON.parse(searchParams.get('page') ?? '') as PageRequest;
    const options = JSON.stringify({ collector: `${collector.origin}/collect`, mode: 'live', ...config });
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Shop</title>
      <style>${style}</style></head><body>${body}
      <script type="application/json" data-scorelet>${options.replaceAll('<', '\\u003c')}</script>
      <script src="${collector.origin}/scorelet.js" async></script></body></html>`);
  });
  return {
    collector,
    urlOf: (request) => `${site.origin}/?page=${encodeURIComponent(JSON.stringify(request))}`,
    async close() {
      await Promise.all([collector.close(), site.close()]);
    },
  };
};
