import { createTestCollector, type TestCollector, type TestCollectorOptions } from './testCollector.ts';

/** The part of Playwright's `Request` that `collectOn` uses. */
export interface RequestLike {
  url(): string;
  method(): string;
  headers(): Record<string, string>;
  postData(): string | null;
}

/** The part of Playwright's `Route` that `collectOn` uses. */
export interface RouteLike {
  request(): RequestLike;
  fulfill(response: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
  abort(errorCode?: string): Promise<void>;
}

/** The part of Playwright's `Page` or `BrowserContext` that `collectOn` uses. */
export interface Routing {
  route(url: (url: URL) => boolean, handler: (route: RouteLike) => Promise<void>): Promise<unknown>;
}

/**
 * Intercepts the requests of a page to its collector and handles them with a test collector, including its refusals and failures. `url` is
 * the URL of the collector without its query: a path such as `'/collect'` matches every origin, `'https://collect.example/collect'` one
 * origin. A RegExp is tested against the whole URL. Call `collectOn` before `page.goto()`.
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
      // `abort` is called because `fail('network')` is active or the page was closed. When the page was closed, it rejects.
      await route.abort('failed').catch(() => {});
    }
  });
  return collector;
};
