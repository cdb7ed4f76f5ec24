/** Draws the surveys of a simulated world. */
import type { Random } from '../simulation/random.ts';
import type { PlannedClock, PlannedSurvey, PlannedTrigger } from './oracle.ts';

export const EVENTS = ['order.paid', 'ticket.closed', 'feature.used'] as const;
export const CANCEL = 'order.cancelled';
export const PATHS = ['/', '/shop', '/shop/shoes', '/order/1', '/help'] as const;
export const PLANS = ['free', 'pro'] as const;
const PERIODS = ['500ms', '30s', '5m', '3h', '2d', '1w', '1mo', '3mo', '1y', 'visit', 'visit', 'ever'] as const;
const PERS = ['survey', 'subject', 'metric', 'group', 'scope', 'touchpoint', 'all'] as const;

const drawClock = (random: Random): PlannedClock => {
  const per = random.pick(PERS);
  const period = (often: number) => (random.chance(often) ? random.pick(PERIODS) : undefined);
  const alone = per === 'survey' || per === 'subject';
  return {
    per,
    ...Object.fromEntries(
      Object.entries({
        displayed: period(0.5),
        answered: period(0.5),
        dismissed: period(0.6),
        snoozed: period(0.4),
        times: alone && random.chance(0.4) ? random.whole(1, 4) : undefined,
      }).filter(([, value]) => value !== undefined),
    ),
  };
};

const drawClocks = (random: Random) => {
  const clocks: Record<string, PlannedClock | false> = {};
  // Short pauses allow many displays, which find more bugs.
  if (random.chance(0.5)) clocks.any = random.chance(0.5) ? false : { per: 'all', displayed: random.pick(PERIODS) };
  for (const name of ['relational', 'touchpoint', 'subject', 'ignored', 'snooze', 'mine', 'more'])
    if (random.chance(0.3)) clocks[name] = random.chance(0.4) ? false : drawClock(random);
  return clocks;
};

const drawTrigger = (random: Random, governed: boolean): string | PlannedTrigger | undefined => {
  const event = random.pick(EVENTS);
  if (!governed) return random.chance(0.5) ? { event } : random.chance(0.3) ? 'load' : undefined;
  const delay = random.pick(['3s', '40s', '10m', '2h', '3h'] as const);
  const more = {
    ...(random.chance(0.3) && { cancelOn: [CANCEL] }),
    ...(random.chance(0.3) && { expires: random.pick(['5s', '2m', '6h', '2d'] as const) }),
  };
  switch (random.whole(0, 5)) {
    case 0:
      return 'load';
    case 1:
      return undefined;
    case 2:
      return { delay: random.pick(['0s', '3s', '40s'] as const), ...more };
    case 3:
      return { event, delay, ...more };
    default:
      return { event, ...(random.chance(0.3) && { where: { amount: { min: 50 } } }), ...more };
  }
};

const drawTargeting = (random: Random): PlannedSurvey['targeting'] => ({
  ...(random.chance(0.3) && { url: [random.pick(['/shop*', '/shop/*', '/order/*', '/'] as const)] }),
  ...(random.chance(0.1) && { notUrl: ['/help'] }),
  ...(random.chance(0.2) && { traits: { plan: random.pick(PLANS) } }),
  ...(random.chance(0.15) && { devices: random.pick([['desktop'], ['phone', 'tablet']] as const) }),
  ...(random.chance(0.15) && { locales: [random.pick(['de', 'en', 'fi', 'fr-CA'] as const)] }),
  ...(random.chance(0.1) && { referrers: [random.pick(['direct', 'search', 'internal'] as const)] }),
  ...(random.chance(0.15) && { roles: random.pick([['agent'], ['customer', 'agent']] as const) }),
});

const drawSurvey = (random: Random, id: string, governed: boolean): PlannedSurvey => {
  const trigger = drawTrigger(random, governed);
  const event = typeof trigger === 'object' && trigger.event;
  return {
    id,
    metric: random.pick(['nps', 'nps', 'csat', 'ces']),
    ...(trigger && { trigger }),
    ...(event && random.chance(0.6) && { subject: 'order' }),
    ...(random.chance(0.2) && { scope: random.pick(['relational', 'transactional'] as const) }),
    ...(random.chance(0.3) && { touchpoint: { id: random.pick(['checkout', 'checkout-gift', 'helpdesk'] as const) } }),
    ...(random.chance(0.3) && { group: random.pick(['g1', 'g11', 'g2'] as const) }),
    ...(random.chance(0.05) && { presentation: 'inline' }),
    ...(governed && {
      ...(random.chance(0.5) && { targeting: drawTargeting(random) }),
      ...(random.chance(0.7) && { frequency: { clocks: drawClocks(random) } }),
      ...(random.chance(0.4) && { priority: random.whole(-2, 2) }),
      ...(random.chance(0.3) && { sampling: random.pick([0, 0.5, 0.5, 0.9] as const) }),
      ...(random.chance(0.3) && {
        experiment: { id: `e-${id}`, variants: [{ id: 'a' }, { id: 'b', title: 'How was it, all in all?' }] },
      }),
    }),
  };
};

export const drawSurveys = (random: Random, governed: boolean): readonly PlannedSurvey[] =>
  Array.from({ length: random.whole(1, 5) }, (_, index) => drawSurvey(random, `s${index + 1}`, governed));
