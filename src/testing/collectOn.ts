import { createTestCollector, type TestCollector, type TestCollectorOptions } from './testCollector.ts';

/** What is used of a Playwright `Request`. */
export interface RequestLike {
  url(): string;
  method(): string;
  headers(): Record<string, string>;
  postData(): string | null;
}

/** What is used of a Playwright `Route`. */
export interface RouteLike {
  request(): RequestLike;
  fulfill(response: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
  abort(errorCode?: string): Promise<void>;
}

/** What is used of Playwright's `Page` or `BrowserContext`. */
export interface Routing {
  route(url: (url: URL) => boolean, handler: (route: RouteLike) => Promise<void>): Promise<unknown>;
}

/**
 * Collects what a page posts to a collector instead of letting it out, refusals and failures included. `url` is the collector's address without its query: `'/collect'` on
 * whatever origin, `'https://collect.example/collect'` there; or a RegExp over the whole address. Call it before `page.goto()`.
 */
export const collectOn = async (
  page: Routing,
  url: string | RegExp,
  options: TestCollectorOptions = {},
): Promise<TestCollector> => {
  const collector = createTestCollector(options);
  const isMeant = ({ href, origin, pathname }: URL) =>
    url instanceof RegExp ? url.test(href) : url === (url.startsWith('/') ? pathname : origin + pathname);
  await page.route(isMeant, async (route) => {
    const request = route.request();
    const body = request.postData();
    const method = request.method();
    try {
      const response = await collector.fetch(request.url(), {
        method,
        headers: request.headers(),
        ...(body === null || method === 'GET' ? {} : { body }),
      });
      const { status, headers } = response;
      await route.fulfill({ status, headers: Object.fromEntries(headers), body: await response.text() });
    } catch {
      // The network is to fail; or the page is gone, and nobody waits for the answer.
      await route.abort('failed').catch(() => {});
    }
  });
  return collector;
};
