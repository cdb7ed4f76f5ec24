import { pause } from './engine.ts';
import { always, first } from './faults.ts';
import type { Row } from './row.ts';
import { missAndReturn, untilHeard, untilTaken } from './steps.ts';
import type { World } from './world.ts';

/** Answers on a page that stays open while the first requests go wrong, and is to deliver by itself. */
const stay =
  (fault: World['collector']['fault'], open = '/') =>
  async (world: World) => {
    const tab = await world.open(open);
    world.collector.fault = fault;
    await world.answer(tab, 8);
    await untilTaken(world);
    return { within: 40_000 };
  };

/** What servers, proxies and hotels do to a request. */
export const networkRows: readonly Row[] = [
  {
    name: 'reset-after-commit',
    title: 'two requests are committed and reset before their answer',
    run: stay(first(2, { kind: 'reset' })),
  },
  {
    name: 'half-body',
    title: 'the answer breaks off in its body, after the commit',
    run: stay(first(1, { kind: 'half', of: 'body' })),
  },
  {
    name: 'half-head',
    title: 'the answer breaks off in its head, after the commit',
    run: stay(first(1, { kind: 'half', of: 'head' })),
  },
  { name: 'hang', title: 'a request is never answered; the page stays open', run: stay(first(1, { kind: 'hang' })) },
  {
    name: 'port-down',
    title: 'nobody listens, tab closed, comes back',
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
    title: 'nobody listens for a moment; the page stays open',
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
    name: 'slow-lane',
    title: 'three silent failures in a row, then a new page comes',
    async run(world) {
      world.collector.fault = always({ kind: 'drop' });
      const tab = await world.open();
      await world.answer(tab, 8);
      // A browser may repeat by itself what broke on a connection that it had used before.
      const attempts = () => new Set(world.collector.requests.map(({ attempt }) => attempt)).size;
      await world.until('three attempts', () => attempts() >= 3, 25_000);
      world.collector.fault = undefined;
      await world.open();
      return { within: 30_000 };
    },
  },
  {
    name: 'portal',
    title: 'a captive portal says 200 to everything, tab closed, comes back',
    async run(world) {
      world.collector.fault = always({ kind: 'portal' });
      await missAndReturn(world);
      return {};
    },
  },
  {
    name: 'redirect',
    title: 'the collector sends the page elsewhere, once',
    run: (world) => stay(first(1, { kind: 'redirect', to: `${world.site.origin}/elsewhere` }))(world),
  },
  {
    name: 'cors-missing',
    title: 'two answers come without the header that lets the page read them',
    run: stay(first(2, { kind: 'no-cors' })),
  },
  {
    name: 'error-without-cors',
    title: '503 without CORS headers, tab closed, comes back',
    async run(world) {
      world.collector.fault = always({ kind: 'status', status: 503, cors: false });
      await missAndReturn(world);
      return {};
    },
  },
  {
    name: 'too-large',
    title: '413 to every batch of more than one event',
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
    title: '422 to one event, for ever: it is given up, the others arrive, nobody asks again',
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
      await world.until('the refusal of it alone', () => refusals().some(({ ids }) => ids.length === 1));
      await world.close(tab);
      const before = refusals().length;
      await world.open();
      await pause(1500);
      const more = refusals().length - before;
      return { arrives: 'answers', problems: more > 0 ? [`${more} requests with an event that was refused`] : [] };
    },
  },
];
