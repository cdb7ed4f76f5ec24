import type { Transport } from './transport.ts';

export interface HttpTransportOptions {
  /** Made by `toAddress`. */
  address: string;
  /**
   * `simple` posts text/plain, so that no preflight can stall it while the page unloads; `cloudevents` says what it is, for
   * sinks that look. @default 'simple'
   */
  wire?: 'simple' | 'cloudevents' | undefined;
  /** Captured by the caller at start: pages patch it later. */
  fetch: typeof fetch;
  now: () => number;
}

/** Says where a client posts: the collector's address, absolute, with what is the same at each turn beside a query of its own. */
export const toAddress = ({ collector, key }: { collector: string; key?: string | undefined }): string => {
  const { href } = new URL(collector, location.href);
  return `${href}${href.includes('?') ? '&' : '?'}ce=batch&v=1${key ? `&k=${key}` : ''}`;
};

/** Creates the transport that posts to a collector, keepalive, so that it outlives the page. */
export const createHttpTransport =
  ({ address, wire, fetch, now }: HttpTransportOptions): Transport =>
  async (batch, { attempt, reason, signal }) => {
    const response = await fetch(`${address}&t=${now()}&n=${attempt}`, {
      method: 'POST',
      // A string body is text/plain;charset=UTF-8 by itself.
      body: batch,
      ...(wire === 'cloudevents' && { headers: { 'Content-Type': 'application/cloudevents-batch+json' } }),
      // Browsers refuse it once 64 KiB are under way on a page, other scripts' included: then the next attempt does without.
      keepalive: !attempt || reason === 'hidden',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
    const { status, headers } = response;
    // Read to its end, or Chromium keeps its share of the keepalive budget.
    const text = await response.text();
    const receipt = { status, retryAfter: headers.get('Retry-After') };
    try {
      const { v, accepted, rejected } = JSON.parse(text);
      if (v === 1 && accepted.map) return { ...receipt, accepted, rejected };
    } catch {
      // Nothing, or somebody else's words: no receipt for each event.
    }
    return receipt;
  };
