import type { Options } from '../../src/schema/options.ts';
import { type CollectorDouble, startCollector, startServer } from '../helpers/servers.ts';

/** The contents of a host page, without the URLs of the SDK and the collector. */
export interface PageRequest {
  config: Omit<Options, 'collector'>;
  /** The markup of the host page. @default `BODY` */
  body?: string | undefined;
  style?: string | undefined;
}

export interface PromptSite {
  readonly collector: CollectorDouble;
  /** The address of a host page with these options. */
  urlOf(request: PageRequest): string;
  close(): Promise<void>;
}

/** The default markup: a button that shows the prompt, an anchor, the target of an inline prompt, and buttons for the focus. */
export const BODY = `<main><h1>Shop</h1><button id="before">Before</button> <button id="ask" onclick="scorelet.show('a', { takeFocus: true, force: true })">Ask</button>
  <p><button id="anchor">Anchor</button></p><div id="here"></div><button id="after">After</button></main>`;

/** Serves host pages whose options are in the URL, so that one browser page can visit one host page after another. */
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
