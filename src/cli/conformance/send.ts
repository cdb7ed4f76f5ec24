import { Agent as AgentHttp, request as requestHttp } from 'node:http';
import { Agent as AgentHttps, request as requestHttps } from 'node:https';

export interface RequestPlan {
  /** The HTTP method. @default 'POST' */
  readonly method?: string | undefined;
  /** Request headers, including those that browsers do not let a page set. `undefined` leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: string | Uint8Array | undefined;
  /**
   * How the request body is sent. `whole`: with a Content-Length. `chunked`: in chunks. `cut`: sends half of the Content-Length, then
   * closes the connection. `expect`: waits for 100 Continue first.
   * @default 'whole'
   */
  readonly framing?: 'whole' | 'chunked' | 'cut' | 'expect' | undefined;
  /**
   * The connection to reuse.
   * @default a new connection
   */
  readonly connection?: Connection | undefined;
  /**
   * The timeout in milliseconds.
   * @default the timeout of the run
   */
  readonly timeoutMs?: number | undefined;
}

export interface Answer {
  readonly status: number;
  /** Returns all values of a header joined with commas, as a browser reads them; `undefined` when the header is missing. */
  header(name: string): string | undefined;
  readonly text: string;
  /** The milliseconds from the start of the request to the end of the response. */
  readonly ms: number;
}

/** A keep-alive connection that several requests use one after another. */
export interface Connection {
  readonly agent: AgentHttp;
  close(): void;
}

export const openConnection = ({ protocol }: URL): Connection => {
  const agent = new (protocol === 'https:' ? AgentHttps : AgentHttp)({ keepAlive: true, maxSockets: 1 });
  return { agent, close: () => agent.destroy() };
};

/** Thrown when the collector sends no complete response. `code` is Node's error code, `TIMEOUT` or `BROKEN_ANSWER`. */
export class NoAnswer extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'NoAnswer';
    this.code = code;
  }
}

/** Milliseconds to wait for 100 Continue before sending the body anyway (RFC 9110, 10.1.1). */
const CONTINUE_MS = 1_000;
/** The maximum size of a response; a longer response is truncated. */
const MAX_ANSWER_BYTES = 1_048_576;

/**
 * Sends one request and reads the whole response. Does not follow redirects. Uses `node:http`, because `fetch` forbids `Expect`
 * and cannot stop in the middle of a body.
 * @throws NoAnswer when no complete response arrives in time
 */
export const send = (url: URL, plan: RequestPlan, timeoutMs: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'POST', framing = 'whole' } = plan;
    const body = Buffer.from(plan.body ?? '');
    const headers = Object.fromEntries(
      Object.entries(plan.headers ?? {}).filter((header): header is [string, string] => header[1] !== undefined),
    );
    if (framing === 'chunked') headers['Transfer-Encoding'] = 'chunked';
    else if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS')
      headers['Content-Length'] = `${body.length}`;
    if (framing === 'expect') headers.Expect = '100-continue';

    const started = performance.now();
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      headers,
      agent: plan.connection?.agent ?? false,
    });
    let continueTimer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = (message: string, code: string) => {
      clearTimeout(timer);
      clearTimeout(continueTimer);
      request.destroy();
      reject(new NoAnswer(message, code));
    };
    const wait = plan.timeoutMs ?? timeoutMs;
    const timer = setTimeout(() => giveUp(`no response within ${wait / 1000} s`, 'TIMEOUT'), wait);

    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? 'UNKNOWN';
      // A server may close an idle connection, so the request is sent again on a new connection.
      if (request.reusedSocket && code === 'ECONNRESET') {
        clearTimeout(timer);
        resolve(send(url, { ...plan, connection: undefined }, timeoutMs));
        return;
      }
      giveUp(code === 'ECONNRESET' ? 'the connection closed without a response' : error.message || code, code);
    });
    request.on('response', (response) => {
      clearTimeout(continueTimer);
      const parts: Buffer[] = [];
      let length = 0;
      const finish = () => {
        clearTimeout(timer);
        if (!plan.connection) request.destroy();
        resolve({
          status: response.statusCode ?? 0,
          header: (name) => response.headersDistinct[name.toLowerCase()]?.join(', '),
          text: Buffer.concat(parts).toString('utf8'),
          ms: Math.round(performance.now() - started),
        });
      };
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length <= MAX_ANSWER_BYTES) parts.push(part);
        else finish();
      });
      response.on('end', finish);
      response.on('error', () => giveUp('the response ended early', 'BROKEN_ANSWER'));
    });

    const write = () => {
      clearTimeout(continueTimer);
      if (framing === 'chunked') {
        // Sends two chunks, split in the middle of a multi-byte character when the body has one there.
        request.write(body.subarray(0, body.length >> 1));
        request.end(body.subarray(body.length >> 1));
      } else if (framing === 'cut') {
        request.write(body.subarray(0, body.length >> 1), () => request.socket?.end());
      } else request.end(body.length > 0 ? body : undefined);
    };
    if (framing === 'expect') {
      request.on('continue', write);
      request.flushHeaders();
      continueTimer = setTimeout(write, CONTINUE_MS);
    } else write();
  });
