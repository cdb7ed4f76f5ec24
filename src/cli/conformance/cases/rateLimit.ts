import { type CaseContext, type ConformanceCase, Mismatch, Skipped } from '../conformanceCase.ts';
import { expectHeader, expectTaken, toRetrySeconds } from '../receipt.ts';
import type { Answer } from '../send.ts';

/** The number of requests to send: more than the reference collector allows in a minute. */
const MOST_REQUESTS = 3_000;
const AT_ONCE = 10;
const MAX_WAIT_S = 120;

/** Sends batches until the collector responds with 429. Resolves `undefined` when it never does. */
const hammer = async ({ events, sendImpatiently }: CaseContext): Promise<Answer | undefined> => {
  const body = JSON.stringify([events.answered()]);
  for (let sent = 0; sent < MOST_REQUESTS; sent += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => sendImpatiently({ body })));
    const limited = answers.find(({ status }) => status === 429);
    if (limited) return limited;
  }
  return undefined;
};

/** The case for the rate limit. It runs last, because the rate limit can stay in effect for a while. */
export const rateLimitCases: readonly ConformanceCase[] = [
  {
    id: 'limits.rate',
    title: 'responds to too many requests with 429, CORS headers and Retry-After, and accepts events after that time',
    requirement: 'must',
    section: 'limits',
    async run(context) {
      if (!context.mayHammer) throw new Skipped('this case sends hundreds of requests; run it with --rate-limit');
      const { events, origin, post, wait } = context;
      const limited = await hammer(context);
      if (!limited) throw new Mismatch(`429 within ${MOST_REQUESTS} requests`, 'none');
      expectHeader(limited, 'Access-Control-Allow-Origin', '*', (value) => value === '*' || value === origin);
      expectHeader(limited, 'Access-Control-Expose-Headers', 'Retry-After', (value) => /retry-after|\*/i.test(value));
      expectHeader(limited, 'Retry-After', 'seconds or an HTTP date', (value) => toRetrySeconds(value) >= 0);
      const seconds = toRetrySeconds(limited.header('Retry-After') ?? '');
      if (seconds > MAX_WAIT_S) throw new Skipped(`the Retry-After of ${Math.ceil(seconds)} s is too long to wait`);
      await wait(seconds * 1000);
      const batch = [events.answered()];
      expectTaken(await post(batch), batch);
    },
  },
];
