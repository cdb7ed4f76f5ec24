import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCollector, type ReceivedEvent } from '../../src/collector/index.ts';
import { readAll, startServer } from '../helpers/servers.ts';
import { startProxy, type TcpProxy } from './proxy.ts';
import { splitBatch } from './splitBatch.ts';

/** What the collector's server does wrong with a request it has received. */
export type Fault =
  /** Commits nothing and responds with this status. With `cors: false` the page cannot read the response. */
  | { kind: 'status'; status: number; retryAfter?: string; cors?: boolean }
  /** Commits nothing and closes the connection without a response. */
  | { kind: 'drop' }
  /** Commits nothing and never responds. */
  | { kind: 'hang' }
  /** Commits the events, then resets the connection before the response. */
  | { kind: 'reset' }
  /** Commits the events, then closes the connection in the middle of the response's body or head. */
  | { kind: 'half'; of: 'body' | 'head' }
  /** Commits nothing and responds 200 with an HTML page, like a captive portal. */
  | { kind: 'portal' }
  /** Commits nothing and responds with a redirect. */
  | { kind: 'redirect'; to: string }
  /** Commits the events and responds without CORS headers, so the page cannot read the response. */
  | { kind: 'no-cors' };

/** A POST request that the server received. */
export interface WireRequest {
  readonly at: number;
  readonly body: string;
  readonly ids: readonly string[];
  /** The number of the attempt as the sender counts it, from 0. */
  readonly attempt: number;
  /** The result of the request for reports: `ok`, or the fault's kind and status. */
  readonly fate: string;
}

export interface FaultCollector {
  readonly origin: string;
  readonly proxy: TcpProxy;
  /** Chooses the fault for each request. Without a fault the collector works normally. */
  fault: ((request: WireRequest) => Fault | undefined) | undefined;
  /** Every POST with a complete body, including repeated ones. */
  readonly requests: WireRequest[];
  /** Committed events, one for each (source, id). */
  readonly rows: ReceivedEvent[];
  /** Method and path of all requests other than POST. The SDK must send none, not even a preflight. */
  readonly others: string[];
  /** Periods in which Retry-After forbids requests, as timestamps in milliseconds. */
  readonly pauses: { readonly from: number; readonly until: number }[];
  close(): Promise<void>;
}

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };

/** Starts the real collector with a store in memory, behind a server that can inject faults, behind a TCP proxy. */
export const startFaultCollector = async (): Promise<FaultCollector> => {
  const rows: ReceivedEvent[] = [];
  const requests: WireRequest[] = [];
  const others: string[] = [];
  const pauses: { from: number; until: number }[] = [];
  const known = new Set<string>();
  const collect = createCollector({
    store: {
      async add(events) {
        const duplicates: string[] = [];
        for (const received of events) {
          const name = JSON.stringify([received.event.source, received.event.id]);
          if (known.has(name)) duplicates.push(received.event.id);
          else rows.push(received);
          known.add(name);
        }
        return { duplicates };
      },
    },
  });

  const misbehave = async (fault: Fault, commit: () => Promise<Response>, response: ServerResponse) => {
    const { socket } = response;
    const cut = (how: 'close' | 'reset') => collector.proxy.cut(socket?.remotePort ?? 0, how);
    switch (fault.kind) {
      case 'status': {
        const { status, retryAfter, cors = true } = fault;
        const from = Date.now();
        if (retryAfter !== undefined) pauses.push({ from, until: from + Number(retryAfter) * 1000 });
        const headers = { ...(cors && CORS), ...(retryAfter !== undefined && { 'Retry-After': retryAfter }) };
        response.writeHead(status, headers).end();
        return;
      }
      case 'drop':
        return cut('close');
      case 'hang':
        return;
      case 'reset':
        await commit();
        return cut('reset');
      case 'half': {
        await commit();
        if (fault.of === 'head') socket?.write('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Or');
        else {
          response.writeHead(200, { ...CORS, 'Content-Type': 'application/json', 'Content-Length': '200' });
          response.write('{"v":1,"accepted":["');
        }
        // The partial response must be sent before the connection closes.
        setTimeout(cut, 50, 'close');
        return;
      }
      case 'portal':
        response.writeHead(200, { ...CORS, 'Content-Type': 'text/html' }).end('<title>Welcome to our Wi-Fi</title>');
        return;
      case 'redirect':
        response.writeHead(302, { ...CORS, Location: fault.to }).end();
        return;
      case 'no-cors': {
        const { status } = await commit();
        response.writeHead(status).end();
        return;
      }
      default:
        fault satisfies never;
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'POST') others.push(`${request.method} ${url.pathname}`);
    const body = request.method === 'POST' ? await readAll(request) : undefined;
    const commit = () =>
      collect(
        new Request(url, {
          method: request.method ?? 'GET',
          headers: request.headers as Record<string, string>,
          ...(body !== undefined && { body }),
        }),
      );
    let fault: Fault | undefined;
    if (body !== undefined) {
      const ids = splitBatch(body).map(({ id }) => id);
      const seen: WireRequest = { at: Date.now(), body, ids, attempt: Number(url.searchParams.get('n')), fate: '' };
      fault = collector.fault?.(seen);
      requests.push({ ...seen, fate: fault ? `${fault.kind} ${'status' in fault ? fault.status : ''}`.trim() : 'ok' });
    }
    if (fault) return misbehave(fault, commit, response);
    const answer = await commit();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  };

  const server = await startServer(async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      // The tab was killed while it sent the body. An incomplete request does not count.
      if (!request.complete) return;
      throw error;
    }
  });
  const collector: FaultCollector = {
    origin: '',
    proxy: await startProxy(Number(new URL(server.origin).port)),
    fault: undefined,
    requests,
    rows,
    others,
    pauses,
    async close() {
      await collector.proxy.close();
      await server.close();
    },
  };
  return Object.assign(collector, { origin: `http://localhost:${collector.proxy.port}` });
};
