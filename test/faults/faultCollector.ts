import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCollector, type ReceivedEvent } from '../../src/collector/index.ts';
import { readAll, startServer } from '../helpers/servers.ts';
import { startProxy, type TcpProxy } from './proxy.ts';
import { splitBatch } from './splitBatch.ts';

/** What goes wrong with a request that has come. */
export type Fault =
  /** An answer of the collector's, nothing committed; or, with `cors: false`, one that the page may not read. */
  | { kind: 'status'; status: number; retryAfter?: string; cors?: boolean }
  /** The connection ends without an answer, nothing committed. */
  | { kind: 'drop' }
  /** Nothing is committed and nothing is ever said. */
  | { kind: 'hang' }
  /** Committed, then the connection is reset before the answer. */
  | { kind: 'reset' }
  /** Committed, then the connection ends in the middle of the answer's body or of its head. */
  | { kind: 'half'; of: 'body' | 'head' }
  /** A hotel's page to everything, nothing committed. */
  | { kind: 'portal' }
  /** Somewhere else, nothing committed. */
  | { kind: 'redirect'; to: string }
  /** Committed, and the answer without the header that lets the page read it. */
  | { kind: 'no-cors' };

/** One request as it came over the wire. */
export interface WireRequest {
  readonly at: number;
  readonly body: string;
  readonly ids: readonly string[];
  /** The sender's own count, from 0. */
  readonly attempt: number;
  /** What became of it, for reports. */
  readonly fate: string;
}

export interface FaultCollector {
  readonly origin: string;
  readonly proxy: TcpProxy;
  /** Chooses what goes wrong, request by request; `undefined` is health. */
  fault: ((request: WireRequest) => Fault | undefined) | undefined;
  /** Every POST whose body came whole, copies and repeats included. */
  readonly requests: WireRequest[];
  /** What was committed, once for each (source, id). */
  readonly rows: ReceivedEvent[];
  /** Requests other than POST: a preflight would be one too many. */
  readonly others: string[];
  /** Answers that asked to wait: from when until when. */
  readonly pauses: { readonly from: number; readonly until: number }[];
  close(): Promise<void>;
}

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };

/** Starts the real collector over an array, with a server that can misbehave before it and a TCP proxy before that. */
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
        // The half is to be on the wire before the end is.
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
      // A tab that is killed while it sends: its body never came whole, which is no request.
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
