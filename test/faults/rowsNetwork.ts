import { pause } from './engine.ts';
import { always, first } from './faults.ts';
import type { Row } from './row.ts';
import { missAndReturn, untilHeard, untilTaken } from './steps.ts';
import type { World } from './world.ts';

/** Answers on a page that stays open. The first requests fail, and the page must retry by itself. */
const stay =
  (fault: World['collector']['fault'], open = '/') =>
  async (world: World) => {
    const tab = await world.open(open);
    world.collector.fault = fault;
    await world.answer(tab, 8);
    await untilTaken(world);
    return { within: 40_000 };
  };

/** Test cases about faults of servers, proxies and captive portals. */
export const networkRows: readonly Row[] = [
  {
    name: 'reset-after-commit',
    title: 'the collector commits two requests and resets their connections before the response',
    run: stay(first(2, { kind: 'reset' })),
  },
  {
    name: 'half-body',
    title: 'the collector commits a request, and the connection closes in the middle of the response body',
    run: stay(first(1, { kind: 'half', of: 'body' })),
  },
  {
    name: 'half-head',
    title: 'the collector commits a request, and the connection closes in the middle of the response headers',
    run: stay(first(1, { kind: 'half', of: 'head' })),
  },
  {
    name: 'hang',
    title: 'the first request gets no response, and the page stays open',
    run: stay(first(1, { kind: 'hang' })),
  },
  {
    name: 'port-down',
    title: 'connections are refused, the tab is closed, and the respondent returns later',
    async run(world) {
      const tab = await world.open();
      await world.collector.proxy.down();
      await world.answer(tab, 8);
      await untilHeard(world);
      await world.close(tab);
      await world.collector.proxy.up();
      await world.open();
      return {};
    },
  },
  {
    name: 'port-returns',
    title: 'connections are refused for a moment, and the page stays open',
    async run(world) {
      const tab = await world.open();
      await world.collector.proxy.down();
      await world.answer(tab, 8);
      await untilHeard(world);
      await world.collector.proxy.up();
      return { within: 30_000 };
    },
  },
  {
    name: 'dropped-three-times',
    title: 'three attempts end with a closed connection, then the respondent opens a new page',
    async run(world) {
      world.collector.fault = always({ kind: 'drop' });
      const tab = await world.open();
      await world.answer(tab, 8);
      // A browser may repeat a request itself after a reused connection broke, so this counts the SDK's attempts.
      const attempts = () => new Set(world.collector.requests.map(({ attempt }) => attempt)).size;
      await world.until('three attempts', () => attempts() >= 3, 25_000);
      world.collector.fault = undefined;
      await world.open();
      return { within: 30_000 };
    },
  },
  {
    name: 'portal',
    title: 'a captive portal responds 200 to every request, the tab is closed, and the respondent returns later',
    async run(world) {
      world.collector.fault = always({ kind: 'portal' });
      await missAndReturn(world);
      return {};
    },
  },
  {
    name: 'redirect',
    title: 'the first request is redirected',
    run: (world) => stay(first(1, { kind: 'redirect', to: `${world.site.origin}/elsewhere` }))(world),
  },
  {
    name: 'cors-missing',
    title: 'the collector commits two requests and responds without CORS headers',
    run: stay(first(2, { kind: 'no-cors' })),
  },
  {
    name: 'error-without-cors',
    title: 'the collector responds 503 without CORS headers, the tab is closed, and the respondent returns later',
    async run(world) {
      world.collector.fault = always({ kind: 'status', status: 503, cors: false });
      await missAndReturn(world);
      return {};
    },
  },
  {
    name: 'too-large',
    title: 'the collector responds 413 to every batch of more than one event',
    async run(world) {
      world.collector.fault = ({ ids }) => (ids.length > 1 ? { kind: 'status', status: 413 } : undefined);
      const tab = await world.open();
      await world.answer(tab, 8);
      await world.untilAnswered();
      await world.comment(tab, 'Smaller, please');
      return { within: 30_000 };
    },
  },
  {
    name: 'refused-event',
    title:
      'the collector always responds 422 to one event: the other events arrive, and the rejected event is not sent again',
    async run(world) {
      const isRefused = (body: string) => body.includes('scorelet.survey.completed.v1');
      const refusals = () => world.collector.requests.filter(({ body }) => isRefused(body));
      world.collector.fault = ({ body }) => (isRefused(body) ? { kind: 'status', status: 422 } : undefined);
      const tab = await world.open();
      await world.answer(tab, 8);
      await world.untilAnswered();
      await world.comment(tab, 'Not this one');
      const isComment = () => world.collector.rows.filter(({ event }) => event.type.includes('answered')).length > 1;
      await world.until('the comment', isComment);
      await world.until('a rejected request with that event alone', () =>
        refusals().some(({ ids }) => ids.length === 1),
      );
      await world.close(tab);
      const before = refusals().length;
      await world.open();
      await pause(1500);
      const more = refusals().length - before;
      return { arrives: 'answers', problems: more > 0 ? [`${more} more requests with a rejected event`] : [] };
    },
  },
];
