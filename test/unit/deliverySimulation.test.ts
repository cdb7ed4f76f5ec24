import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeDurable } from '../simulation/fakeDurable.ts';
import { createFakeLocal } from '../simulation/fakeLocal.ts';
import { createFakeLock } from '../simulation/fakeLock.ts';
import { MUTANTS } from '../simulation/mutants.ts';
import { type Plan, WEATHER } from '../simulation/plan.ts';
import { planWorld } from '../simulation/planWorld.ts';
import { DURABLE_CONTRACT, LOCAL_CONTRACT, LOCK_CONTRACT } from '../simulation/portContract.ts';
import { createRandom } from '../simulation/random.ts';
import { runWorlds, type Summary } from '../simulation/runWorlds.ts';
import { createScheduler } from '../simulation/scheduler.ts';
import { tellWorld } from '../simulation/story.ts';
import { toMissing } from '../simulation/tally.ts';

const WORLDS = 5000;
/** The longest of these tests takes half a minute on an idle machine. The timeout allows for a busy machine. */
const TIMEOUT_MS = 600_000;
vi.setConfig({ testTimeout: TIMEOUT_MS, hookTimeout: TIMEOUT_MS });

describe('delivery in ten thousand simulated worlds, each from a seed,', () => {
  const happened: Record<string, number> = {};
  const add = (summary: Summary) => {
    for (const [name, count] of Object.entries(summary.happened)) happened[name] = (happened[name] ?? 0) + count;
    // npm run simulate:delivery -- --story --seed <seed> prints the log of a simulated world.
    expect(summary.found).toEqual([]);
  };

  it('keeps every invariant in the first half of the worlds', async () => {
    add(await runWorlds({ from: 1, worlds: WORLDS, enough: 5 }));
  });

  it('keeps every invariant in the second half of the worlds', async () => {
    add(await runWorlds({ from: 1 + WORLDS, worlds: WORLDS, enough: 5 }));
  });

  it('meets every kind of fault at least once', () => {
    expect(toMissing(happened)).toEqual([]);
  });
});

describe('a simulated world that once broke an invariant', () => {
  it.each([
    { seed: 1707, what: 'the outbox still paused between requests after a delivery' },
    { seed: 2059, what: 'a page adopted an event from IndexedDB while the event was being removed' },
    { seed: 23_005, what: 'a rejected event was parked although the size limit was reached' },
    { seed: 23_162, what: 'a Retry-After was lost when consent returned' },
    { seed: 397, what: 'a failure was counted after a later request had delivered' },
    { seed: 7_782_337, what: 'a page from the back/forward cache adopted what others had delivered meanwhile' },
    { seed: 7_788_261, what: 'a Retry-After was lost when the clock was set back while localStorage was full' },
    { seed: 7_790_000, what: 'a long queue was sent in a burst' },
    { seed: 7_790_499, what: 'a page adopted an event again that another page wrote late' },
    { seed: 7_795_369, what: 'a request was a byte too large' },
    { seed: 50_087_959, what: 'a logout wrote an event again that another page had delivered' },
    { seed: 7_796_369, what: 'a slow database wrote an event after another page had delivered it' },
  ])('$seed: $what', async ({ seed }) => {
    const { story, failed } = await tellWorld(planWorld(seed));
    expect(failed, story).toBe(false);
  });
});

/** One fault. fast-check shrinks a failing list of faults to the necessary faults. */
const trouble = fc
  .record({ at: fc.integer({ min: 0, max: 20_000 }), tab: fc.integer({ min: 0, max: 1 }) })
  .chain(({ at, tab }) =>
    fc.oneof(
      fc.record({
        at: fc.constant(at),
        what: fc.constant('weather' as const),
        kind: fc.constantFrom(...WEATHER),
        forMs: fc.integer({ min: 1, max: 60_000 }),
      }),
      fc.record({
        at: fc.constant(at),
        what: fc.constantFrom('close', 'reload', 'hide', 'flush', 'open'),
        tab: fc.constant(tab),
      }),
      fc.record({ at: fc.constant(at), what: fc.constantFrom('kill', 'offline', 'online'), tab: fc.constant(tab) }),
      fc.record({ at: fc.constant(at), what: fc.constant('crash' as const), tab: fc.constant(tab), calls: fc.nat(60) }),
    ),
  );

describe('delivery under any generated list of faults', () => {
  it('keeps every invariant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 8 }), fc.nat(), async (troubles, seed) => {
        const response = { answers: 2, gapMs: 700, end: 'completed', comment: 0 } as const;
        const plan: Plan = {
          ...planWorld(1),
          seed,
          happenings: [
            { at: 0, what: 'respond', tab: 0, response },
            { at: 4000, what: 'respond', tab: 1, response },
            ...(troubles as Plan['happenings']),
          ],
        };
        const { story, failed } = await tellWorld(plan);
        if (failed) throw new Error(story);
      }),
      { numRuns: 300, seed: 42 },
    );
  });
});

describe('the fakes of storage and lock', () => {
  const scheduler = createScheduler();
  /** Lets virtual time pass until a promise is settled. */
  const pass = async <T>(promise: Promise<T>): Promise<T> => {
    let over = false;
    const end = () => {
      over = true;
    };
    promise.then(end, end);
    while (!over) await scheduler.run(scheduler.now() + 10_000);
    return promise;
  };
  const random = createRandom(1);
  const local = createFakeLocal({
    now: scheduler.now,
    prefix: 'e:',
    host: { theirs: '1' },
    sorted: true,
    onChange: () => {},
  });
  const durable = createFakeDurable({
    scheduler,
    random,
    onChange: () => {},
    onRefused: () => {},
    onCleared: (act) => act(),
  });
  const lock = createFakeLock(scheduler, random, true);
  const deliver = (run: () => void) => run();

  it.each(LOCAL_CONTRACT)('the fake localStorage $name', ({ check }) => check(local.port));
  it.each(DURABLE_CONTRACT)('the fake IndexedDB $name', ({ check }) => pass(check(durable.open({}, deliver))));
  it.each(LOCK_CONTRACT)('the fake lock $name', ({ check }) =>
    pass(check({ one: lock.open({}, deliver), other: lock.open({}, deliver) })),
  );

  it('the fake localStorage loses its latest writes when the browser is killed', async () => {
    local.port.set('early', '1');
    await scheduler.run(scheduler.now() + 1501);
    local.port.set('late', '1');
    local.port.remove('early');
    local.kill();
    expect([local.port.get('early'), local.port.get('late'), local.port.get('theirs')]).toEqual(['1', null, '1']);
  });
});

describe('the log of a simulated world', () => {
  let story: string;
  beforeAll(async () => {
    ({ story } = await tellWorld(planWorld(7)));
  });

  it('is the same in each run of the same seed', async () => {
    expect((await tellWorld(planWorld(7))).story).toBe(story);
  });

  it('states which tab did what at what time, and that every invariant holds', () => {
    expect(story).toMatch(/^ +\d+\.\d{3} s {2}tab \d .*localStorage/m);
    expect(story).toContain('Every invariant holds.');
  });
});

describe('the mutants of the delivery code', () => {
  it('have unique names', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(61);
  });

  // `npm run mutants` runs all mutants. The first simulated worlds catch these three.
  it.each([
    { mutant: 'a retry has a new body', invariant: 'I2 same id, same bytes' },
    { mutant: 'a delivered event stays in IndexedDB', invariant: 'I4 comes to rest' },
    { mutant: 'writes without consent', invariant: 'consent asks first' },
  ])('fail an invariant: $mutant', async ({ mutant, invariant }) => {
    const { found } = await runWorlds({ from: 1, worlds: 50, enough: 1, mutant });
    expect(found.map((each) => each.invariant)).toContain(invariant);
  });
});
