import type { Receipt, Transport } from './transport.ts';

export interface HttpTransportOptions {
  /** Absolute address of the collector. */
  collector: string;
  key?: string | undefined;
  /** Captured by the caller at start: pages patch it later. */
  fetch: typeof fetch;
  now: () => number;
}

/** Browsers refuse keepalive bodies once 64 KiB of them are under way on a page, other scripts' included. */
const KEEPALIVE_BYTES = 49_152;

/** Reads a receipt from a response. The body is read to its end: an unread one keeps Chromium's keepalive budget. */
const toReceipt = async (response: Response): Promise<Receipt> => {
  const { status, headers } = response;
  const retryAfter = headers.get('Retry-After') ?? undefined;
  const text = await response.text();
  if (status !== 200) return { status, retryAfter };
  try {
    const body = JSON.parse(text);
    if (body.v === 1 && Array.isArray(body.accepted)) {
      return { status, accepted: body.accepted, rejected: Array.isArray(body.rejected) ? body.rejected : [] };
    }
  } catch {
    // Not our collector's words: no receipt.
  }
  return { status: 0 };
};

/**
 * Creates the transport that posts to a collector: text/plain, so that no preflight can stall it while the page unloads,
 * and keepalive, so that it outlives the page.
 */
export const createHttpTransport = ({ collector, key, fetch, now }: HttpTransportOptions): Transport => {
  const post = async (batch: string, attempt: number, signal: AbortSignal, keepalive: boolean) => {
    const url = new URL(collector);
    const query = url.searchParams;
    query.set('ce', 'batch');
    query.set('v', '1');
    if (key) query.set('k', key);
    query.set('t', `${now()}`);
    query.set('n', `${attempt}`);
    return toReceipt(
      await fetch(url.href, {
        method: 'POST',
        body: batch,
        headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
        keepalive,
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal,
      }),
    );
  };
  return async (batch, { attempt, signal }) => {
    const keepalive = new TextEncoder().encode(batch).length <= KEEPALIVE_BYTES;
    try {
      return await post(batch, attempt, signal, keepalive);
    } catch (error) {
      // Another script may have eaten the keepalive budget: the same request without it.
      if (keepalive && !signal.aborted) return post(batch, attempt, signal, false);
      throw error;
    }
  };
};
