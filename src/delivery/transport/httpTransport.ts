import type { Transport } from '../../api/transport.ts';
import { page } from '../../browser/page.ts';

interface HttpTransportOptions {
  /** The absolute URL of the collector, as `toAddress` returns it. */
  address: string;
  /**
   * `simple` posts text/plain, which needs no preflight while the page unloads. `cloudevents` sets the CloudEvents content type
   * for sinks that require it. @default 'simple'
   */
  wire?: 'simple' | 'cloudevents' | undefined;
  /** The browser's `fetch`. It is stored when the client starts, because pages may patch `fetch` later. */
  fetch: typeof fetch;
  now: () => number;
}

/** Returns the absolute URL of the collector, with the query parameters that all requests share. */
export const toAddress = ({ collector, key }: { collector: string; key?: string | undefined }): string => {
  const { href } = new URL(collector, page.baseURI);
  return `${href}${href.includes('?') ? '&' : '?'}ce=batch&v=1${key ? `&k=${key}` : ''}`;
};

/** Creates the transport that posts events to a collector over HTTP. It uses keepalive requests, which survive the page. */
export const createHttpTransport =
  ({ address, wire, fetch, now }: HttpTransportOptions): Transport =>
  async (batch, { attempt, reason, signal }) => {
    const response = await fetch(`${address}&t=${now()}&n=${attempt}`, {
      // The page may have put values on `Object.prototype`.
      __proto__: null,
      method: 'POST',
      // With a string body, the browser sets the content type text/plain;charset=UTF-8.
      body: batch,
      ...(wire === 'cloudevents' && { headers: { 'Content-Type': 'application/cloudevents-batch+json' } }),
      // Browsers limit all keepalive requests of a page to 64 KiB in total, including those of other scripts. If the request fails, the
      // next attempt does not use keepalive.
      keepalive: !attempt || reason === 'hidden',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal,
    } as RequestInit);
    // Chromium counts a keepalive request until its response body has been read. An empty or unknown body lists no events.
    const body = await response.json().catch(() => undefined);
    return {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      ...(body?.v === 1 && { accepted: body.accepted, rejected: body.rejected }),
    };
  };
