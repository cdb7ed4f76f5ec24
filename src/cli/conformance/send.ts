import { Agent as AgentHttp, request as requestHttp } from 'node:http';
import { Agent as AgentHttps, request as requestHttps } from 'node:https';

export interface RequestPlan {
  /** @default 'POST' */
  readonly method?: string | undefined;
  /** Sent as they are, those that browsers forbid included; `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: string | Uint8Array | undefined;
  /**
   * How the body travels: with its length; in chunks; only half of what its length promises, then the end of the connection;
   * or after the collector said that it may come. @default 'whole'
   */
  readonly framing?: 'whole' | 'chunked' | 'cut' | 'expect' | undefined;
  /** Waits for a place on this connection instead of opening its own. */
  readonly connection?: Connection | undefined;
  /** Milliseconds until an answer is no longer waited for, when the run's own are too many. */
  readonly timeoutMs?: number | undefined;
}

export interface Answer {
  readonly status: number;
  /** All values of a header as one line, as a browser sees them; `undefined` when it did not come. */
  header(name: string): string | undefined;
  readonly text: string;
  /** Milliseconds from the request to the end of the answer. */
  readonly ms: number;
}

/** A connection that several requests share, one after another. */
export interface Connection {
  readonly agent: AgentHttp;
  close(): void;
}

export const openConnection = ({ protocol }: URL): Connection => {
  const agent = new (protocol === 'https:' ? AgentHttps : AgentHttp)({ keepAlive: true, maxSockets: 1 });
  return { agent, close: () => agent.destroy() };
};

/** No answer came. */
export class NoAnswer extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'NoAnswer';
    this.code = code;
  }
}

/** What a server that holds back its 100 Continue is given before the body comes anyway (RFC 9110, 10.1.1). */
const CONTINUE_MS = 1_000;
/** More of an answer says nothing more. */
const MAX_ANSWER_BYTES = 1_048_576;

/**
 * Sends one request and reads the whole answer; follows no redirect. Not `fetch`, which forbids `Expect`, can't stop in the
 * middle of a body and joins headers that came twice.
 * @throws NoAnswer when none came in time
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
    const timer = setTimeout(() => giveUp(`no answer within ${wait / 1000} s`, 'TIMEOUT'), wait);

    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? 'UNKNOWN';
      // The collector closed it while nothing was under way, as it may: the next one is new.
      if (request.reusedSocket && code === 'ECONNRESET') {
        clearTimeout(timer);
        resolve(send(url, { ...plan, connection: undefined }, timeoutMs));
        return;
      }
      giveUp(code === 'ECONNRESET' ? 'the connection ended without an answer' : error.message || code, code);
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
      response.on('error', () => giveUp('the answer broke off', 'BROKEN_ANSWER'));
    });

    const write = () => {
      clearTimeout(continueTimer);
      if (framing === 'chunked') {
        // In two, so that the collector has to put them together, through the middle of a character where there is one.
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
