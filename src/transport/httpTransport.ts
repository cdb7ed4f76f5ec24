import type { Receipt, Transport } from './transport.ts';

export interface HttpTransportOptions {
  /** Absolute address of the collector, without a fragment. */
  collector: string;
  key?: string | undefined;
  /**
   * `simple` posts text/plain, so that no preflight can stall it while the page unloads; `cloudevents` says what it is, for
   * sinks that look. @default 'simple'
   */
  wire?: 'simple' | 'cloudevents' | undefined;
  /** Captured by the caller at start: pages patch it later. */
  fetch: typeof fetch;
  now: () => number;
}

/** Creates the transport that posts to a collector, keepalive, so that it outlives the page. */
export const createHttpTransport =
  ({ collector, key, wire, fetch, now }: HttpTransportOptions): Transport =>
  async (batch, { attempt, reason, signal }) => {
    // Beside a query that the address has of its own.
    const query = `${collector.includes('?') ? '&' : '?'}ce=batch&v=1${key ? `&k=${key}` : ''}&t=${now()}&n=${attempt}`;
    const response = await fetch(collector + query, {
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
    const receipt: Receipt = { status, retryAfter: headers.get('Retry-After') };
    try {
      const { v, accepted, rejected } = JSON.parse(text);
      if (v === 1 && accepted.map) return { ...receipt, accepted, rejected };
    } catch {
      // Nothing, or somebody else's words: no receipt for each event.
    }
    return receipt;
  };
