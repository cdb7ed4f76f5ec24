import { type Happening, type Plan, type ResponsePlan, WEATHER, type WeatherKind } from './plan.ts';
import { createRandom, type Random } from './random.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

type Timed = Happening & { readonly at: number };

const planResponse = (random: Random): ResponsePlan => ({
  answers: random.whole(0, 4),
  gapMs: random.pick([0, 0, 250, 700, 3000]),
  end: random.pick(['completed', 'completed', 'dismissed', 'abandoned']),
  comment: random.chance(0.15) ? random.whole(100, 6000) : 0,
  ...(random.chance(0.06) && { poison: random.pick([400, 413, 422]) }),
});

/** Draws the duration of a fault. */
const lasting = (random: Random): number =>
  random.pick([
    random.whole(100, 5000),
    random.whole(1000, 60_000),
    random.whole(10_000, 15 * 60_000),
    random.whole(1, 3) * HOUR_MS,
  ]);

const planWeather = (random: Random, at: number): Timed => {
  const kind = random.pick(WEATHER);
  // A permanent refusal has an effect only when it lasts for a day.
  return {
    at,
    what: 'weather',
    kind,
    forMs: kind === 'refused' && random.chance(0.6) ? 30 * HOUR_MS : lasting(random),
  };
};

/** Plans faults for a page or the device. */
const planTrouble = (random: Random, tab: number, at: number): Timed[] => {
  const later = at + random.whole(1, 30_000);
  const soon = at + random.whole(1, 1500);
  return random.pick<() => Timed[]>([
    () => [planWeather(random, at)],
    () => [planWeather(random, at)],
    () => [planWeather(random, at), planWeather(random, later)],
    () => [{ at, what: 'crash', tab, calls: random.whole(0, 60) }],
    () => [
      { at, what: 'crash', tab, calls: random.whole(0, 15) },
      { at: later, what: 'open', tab },
    ],
    () => [
      { at, what: 'kill' },
      { at: later, what: 'open', tab },
    ],
    () => [
      { at, what: 'freeze', tab },
      { at: later, what: random.chance(0.8) ? 'thaw' : 'discard', tab },
    ],
    () => [
      { at, what: 'away', tab },
      { at: later, what: random.chance(0.7) ? 'back' : 'discard', tab },
    ],
    () => [
      { at, what: 'offline' },
      { at: at + lasting(random), what: 'online' },
    ],
    () => [
      { at, what: 'jump', ms: random.pick([5 * YEAR_MS, -5 * YEAR_MS, 90 * SECOND_MS, -90 * SECOND_MS, -2 * HOUR_MS]) },
    ],
    () => [
      { at, what: 'jump', ms: 5 * YEAR_MS },
      { at: later, what: 'jump', ms: -5 * YEAR_MS },
    ],
    () => [{ at, what: 'local', mode: random.pick(['full', 'throws']), forMs: lasting(random) }],
    () => [{ at, what: 'durable', mode: random.pick(['slow', 'refuses']), forMs: lasting(random) }],
    () => [{ at, what: random.pick(['hostClear', 'corrupt']) }],
    () => [
      { at, what: 'weather', kind: 'retryAfterSeconds', forMs: 60_000 },
      { at: soon, what: 'local', mode: 'full', forMs: HOUR_MS },
    ],
    () => [{ at, what: 'withdraw', tab }],
    () => [
      { at, what: 'forbid', tab },
      { at: later, what: 'grant', tab },
    ],
    () => [
      { at, what: 'pend', tab },
      { at: later, what: 'grant', tab },
    ],
    () => [{ at, what: random.pick(['logOut', 'flush', 'stop']), tab }],
    () => [{ at: soon, what: 'flush', tab }],
  ])();
};

/** Plans ordinary use of tabs. */
const planHabit = (random: Random, tab: number, at: number): Timed[] =>
  random.pick<() => Timed[]>([
    () => [{ at, what: 'close', tab }],
    () => [{ at, what: 'reload', tab }],
    () => [{ at, what: 'hide', tab }],
    () => [
      { at, what: 'close', tab },
      { at: at + random.whole(1, 60_000), what: 'open', tab },
    ],
    () => [
      { at, what: 'away', tab },
      { at: at + random.whole(1, 60_000), what: 'back', tab },
    ],
    () => [{ at, what: 'open', tab }],
  ])();

/** Plans enough events during an outage to reach the size limit. */
const planHoard = (random: Random, tab: number): Timed[] => {
  const many = random.chance(0.5);
  const response: ResponsePlan = { answers: many ? 2 : 3, gapMs: 0, end: 'dismissed', comment: many ? 0 : 6000 };
  const weather: WeatherKind = random.pick(['unavailable', 'dropped', 'busy']);
  return [
    { at: 0, what: 'weather', kind: weather, forMs: 5 * 60_000 },
    ...Array.from(
      { length: many ? 70 : 12 },
      (_, index): Timed => ({ at: 100 + index * 1500, what: 'respond', tab, response }),
    ),
  ];
};

/** Plans an outage of a week, in real time or by setting the clock. */
const planOldAge = (random: Random, tab: number): Timed[] => {
  const jumps = random.chance(0.9);
  const kind = random.pick<WeatherKind>(['unavailable', 'dropped', 'captivePortal']);
  return [
    { at: 0, what: 'weather', kind, forMs: jumps ? HOUR_MS : 8 * DAY_MS },
    { at: 10, what: 'respond', tab, response: planResponse(random) },
    ...(jumps
      ? [
          { at: random.whole(5000, 60_000), what: 'jump', ms: 8 * DAY_MS } as const,
          { at: HOUR_MS, what: 'open', tab } as const,
        ]
      : [{ at: 8 * DAY_MS, what: 'open', tab } as const]),
  ];
};

/** Plans more rejected events than the device keeps for debugging. */
const planRejections = (random: Random, tab: number): Timed[] => [
  { at: 0, what: 'weather', kind: 'partial', forMs: 5 * 60_000 },
  ...Array.from(
    { length: 10 },
    (_, index): Timed => ({
      at: 100 + index * 2000,
      what: 'respond',
      tab,
      response: { answers: 4, gapMs: random.pick([0, 250]), end: 'completed', comment: 0 },
    }),
  ),
];

/** Plans requests of which some are answered while the collector asks others to wait. */
const planUneven = (random: Random, tab: number): Timed[] => {
  const response: ResponsePlan = { answers: 3, gapMs: 250, end: 'completed', comment: 0 };
  return [
    { at: 0, what: 'weather', kind: 'uneven', forMs: 2 * 60_000 },
    ...Array.from({ length: 4 }, (_, index): Timed[] => {
      const at = 100 + index * random.whole(200, 70_000);
      return [
        { at, what: 'respond', tab, response },
        { at: at + random.whole(1, 900), what: 'hide', tab },
      ];
    }).flat(),
  ];
};

/** Plans a page that goes into the back/forward cache right after an answer, and comes back. */
const planReturn = (random: Random, tab: number): Timed[] => {
  const at = random.whole(0, 9000);
  const response: ResponsePlan = { answers: 2, gapMs: 0, end: 'completed', comment: 0 };
  return [
    { at, what: 'respond', tab, response },
    { at: at + random.whole(1, 400), what: 'away', tab },
    { at: at + random.whole(1000, 20_000), what: 'back', tab },
  ];
};

/** Plans many long answers, and leaves the page while their first request is under way. */
const planLongAnswers = (random: Random, tab: number): Timed[] => [
  ...[0, 1, 2, 3].map(
    (index): Timed => ({
      at: index * random.whole(1, 20),
      what: 'respond',
      tab,
      response: { answers: 4, gapMs: 0, end: 'completed', comment: 3000 },
    }),
  ),
  { at: random.whole(20, 400), what: 'hide', tab },
];

/** Creates the plan of a seed. A fifth of the plans has no faults, because faults excuse most unnecessary copies. */
export const planWorld = (seed: number): Plan => {
  const random = createRandom(seed);
  const mood = random.next();
  const isCalm = mood < 0.2;
  const tabs = random.pick([1, 1, 2, 2, 3, 4]);
  const tab = () => random.whole(0, tabs - 1);
  const happenings: Timed[] = [];
  const isHoard = mood > 0.993;
  if (isHoard) happenings.push(...planHoard(random, tab()));
  else if (mood > 0.98) happenings.push(...planOldAge(random, tab()));
  for (let slot = 0; slot < tabs; slot++) {
    const response = planResponse(random);
    happenings.push({
      at: random.whole(0, 8000),
      what: 'respond',
      tab: slot,
      response: isCalm ? { ...response, poison: undefined } : response,
    });
  }
  if (!isCalm) {
    for (let left = random.whole(1, 5); left > 0; left--) {
      happenings.push(...planTrouble(random, tab(), random.whole(0, 15_000)));
    }
    // The respondent keeps clicking during a fault.
    if (random.chance(0.5)) {
      happenings.push({ at: random.whole(0, 40_000), what: 'respond', tab: tab(), response: planResponse(random) });
    }
  }
  for (let left = random.whole(0, 3); left > 0; left--)
    happenings.push(...planHabit(random, tab(), random.whole(0, 20_000)));
  const consent = random.next();
  const plan: Plan = {
    seed,
    consent: isCalm || consent < (isHoard ? 0.5 : 0.84) ? 'granted' : consent < 0.92 ? 'pending' : 'memory',
    hasLock: random.chance(0.85),
    local: isCalm || random.chance(0.94) ? 'works' : random.pick(['full', 'throws']),
    durable: isCalm || random.chance(0.85) ? 'works' : random.pick(['slow', 'refuses']),
    latencyMs: !isCalm && random.chance(0.05) ? 12_000 : random.pick([30, 200, 800, 2500]),
    bodyLimit: !isCalm && random.chance(0.06) ? random.pick([400, 1500, 5000]) : 65_536,
    hearsAbort: random.chance(0.7),
    happenings,
    ending: random.chance(0.15) ? 'gone' : 'reopened',
    losesRequests: random.chance(0.5),
  };
  // Drawn last, so that the other worlds stay as they are.
  const more = random.next();
  const special = [planRejections, planUneven, planReturn, planLongAnswers][Math.floor(more * 50)];
  return special ? { ...plan, happenings: [...happenings, ...special(random, tab())] } : plan;
};
