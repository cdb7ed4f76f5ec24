/** Deliberate bugs in the rules: what they count, for how long, and who is asked. */
import type { DisplayRecord } from '../../src/core/rules/displayRecord.ts';
import { type Mutant, mutate } from './mutant.ts';

const WEEK_MS = 604_800_000;
const DAY_MS = 86_400_000;

export const MUTANTS_OF_RULES: readonly Mutant[] = [
  mutate<typeof import('../../src/core/rules/defaultClocks.ts')>(
    'the default pause at a touchpoint is too short',
    'src/core/rules/defaultClocks.ts',
    {
      TRANSACTIONAL_CLOCKS: (clocks) => ({
        ...clocks,
        touchpoint: { per: 'touchpoint', displayed: '20d', answered: '20d', dismissed: '20d' },
      }),
    },
  ),
  mutate<typeof import('../../src/core/rules/defaultClocks.ts')>(
    'the pause after "Ask me later" is a day too short',
    'src/core/rules/defaultClocks.ts',
    { COMMON_CLOCKS: (clocks) => ({ ...clocks, snooze: { per: 'survey', snoozed: '6d' } }) },
  ),
  mutate<typeof import('../../src/core/rules/refusal.ts')>(
    'a survey that was refused for ever is asked again',
    'src/core/rules/refusal.ts',
    { isRefusedForever: () => () => false },
  ),
  mutate<typeof import('../../src/core/rules/displayCounts.ts')>(
    'the displays of a survey count in its own clocks over several surveys',
    'src/core/rules/displayCounts.ts',
    { displayCounts: (counts) => (clock, ignored) => counts(clock, ignored, false) },
  ),
  mutate<typeof import('../../src/core/rules/displayCounts.ts')>(
    'the first ignored display counts, whatever the clock says',
    'src/core/rules/displayCounts.ts',
    { displayCounts: (counts) => (clock, ignored, isOwn) => counts({ ...clock, times: 1 }, ignored, isOwn) },
  ),
  mutate<typeof import('../../src/core/rules/growth.ts')>('pauses do not grow', 'src/core/rules/growth.ts', {
    toGrowth: () => () => 1,
  }),
  mutate<typeof import('../../src/core/rules/growth.ts')>('pauses grow without a limit', 'src/core/rules/growth.ts', {
    toGrowth: (toGrowth) => (mark, count) => (toGrowth(mark, count) > 1 ? 2 ** (count - 1) : 1),
  }),
  mutate<typeof import('../../src/core/rules/visitEnd.ts')>('a visit never ends', 'src/core/rules/visitEnd.ts', {
    toVisitEnd: () => () => Number.POSITIVE_INFINITY,
  }),
  mutate<typeof import('../../src/core/rules/isSameVisit.ts')>(
    'three minutes on one page end a visit',
    'src/core/rules/isSameVisit.ts',
    { isSameVisit: (isSameVisit) => (visit, now) => isSameVisit(visit, now) && now - visit.seen < 180_000 },
  ),
  mutate<typeof import('../../src/core/rules/isSameVisit.ts')>(
    'after the clock was set back, the visit does not end',
    'src/core/rules/isSameVisit.ts',
    {
      isSameVisit:
        () =>
        ({ seen }: { readonly seen: number }, now) =>
          now - seen < 1_800_000,
    },
  ),
  mutate<typeof import('../../src/core/rules/gates.ts')>('the language fi also takes fil', 'src/core/rules/gates.ts', {
    toGates: (toGates) => (survey, occasion, world) =>
      toGates(survey, occasion, world).map((gate) => {
        const wanted = gate.gate === 'locale' && survey.targeting?.locales;
        const isLike = (each: string) => world.languages.some((language) => language.startsWith(each));
        return wanted ? { ...gate, open: wanted.some(isLike) } : gate;
      }),
  }),
  mutate<typeof import('../../src/core/rules/isRoleWelcome.ts')>(
    'a role also takes those that begin alike',
    'src/core/rules/isRoleWelcome.ts',
    {
      isRoleWelcome: (isRoleWelcome) => (role, roles) =>
        isRoleWelcome(role, roles) || !!roles?.some((each) => role?.startsWith(each)),
    },
  ),
  mutate<typeof import('../../src/core/rules/tags.ts')>(
    'a clock also counts the groups and touchpoints that begin alike',
    'src/core/rules/tags.ts',
    {
      isCountedFor: (isCountedFor) => (per, mine, other) =>
        isCountedFor(per, mine, other) ||
        ((per === 'group' || per === 'touchpoint') && mine[per] !== undefined && !!other[per]?.startsWith(mine[per])),
    },
  ),
  mutate<typeof import('../../src/core/rules/notInFuture.ts')>(
    'records from the future count as of the future',
    'src/core/rules/notInFuture.ts',
    { notInFuture: () => (records) => records },
  ),
  mutate<typeof import('../../src/core/rules/notInFuture.ts')>(
    'a record from the future moves on with the clock',
    'src/core/rules/notInFuture.ts',
    {
      // Returns the same list, so that nothing is written.
      notInFuture: (notInFuture) => (records, now) =>
        Object.assign(records as DisplayRecord[], notInFuture(records, now)),
    },
  ),
  mutate<typeof import('../../src/core/rules/marksFor.ts')>(
    'a clock per subject counts every subject',
    'src/core/rules/marksFor.ts',
    {
      marksFor:
        () =>
        (_, { marks }) =>
          marks,
    },
  ),
  mutate<typeof import('../../src/core/rules/nextMarks.ts')>(
    'an answer does not end the counting of refusals',
    'src/core/rules/nextMarks.ts',
    {
      toNextMarks: (toNextMarks) => (marks, mark, at) => {
        const next = toNextMarks(marks, mark, at);
        return mark === 'answered' ? { ...next, dismissed: marks.dismissed, snoozed: marks.snoozed } : next;
      },
    },
  ),
  mutate<typeof import('../../src/core/rules/period.ts')>(
    'days and weeks last 24 hours a day, instead of following the calendar',
    'src/core/rules/period.ts',
    {
      toLater:
        (toLater) =>
        (at, period, times = 1) => {
          const [, count, unit] = /^(\d+)([dw])$/.exec(period) ?? [];
          return unit ? at + Number(count) * times * (unit === 'w' ? WEEK_MS : DAY_MS) : toLater(at, period, times);
        },
    },
  ),
  mutate<typeof import('../../src/core/rules/period.ts')>('every month has 31 days', 'src/core/rules/period.ts', {
    toLater:
      (toLater) =>
      (at, period, times = 1) => {
        const [, count, unit] = /^(\d+)(mo|y)$/.exec(period) ?? [];
        if (!unit) return toLater(at, period, times);
        const date = new Date(at);
        return date.setMonth(date.getMonth() + Number(count) * times * (unit === 'y' ? 12 : 1));
      },
  }),
  mutate<typeof import('../../src/core/rules/isExpired.ts')>('a moment never expires', 'src/core/rules/isExpired.ts', {
    isExpired: () => () => false,
  }),
  mutate<typeof import('../../src/core/rules/expiry.ts')>(
    'a moment expires after an hour, even with a delay of hours',
    'src/core/rules/expiry.ts',
    { toExpiryMs: (toExpiryMs) => (survey) => Math.min(toExpiryMs(survey), 3_600_000) },
  ),
  mutate<typeof import('../../src/core/rules/matches.ts')>(
    'the properties of a tracked event are ignored',
    'src/core/rules/matches.ts',
    { isMatchAll: () => () => true },
  ),
  mutate<typeof import('../../src/core/rules/isRoleWelcome.ts')>(
    'an agent is asked in a customer’s place',
    'src/core/rules/isRoleWelcome.ts',
    { isRoleWelcome: (isRoleWelcome) => (role, roles) => !roles || isRoleWelcome(role, roles) },
  ),
  mutate<typeof import('../../src/core/rules/sampling.ts')>(
    'a place is drawn anew each time',
    'src/core/rules/sampling.ts',
    { toBucket: (toBucket) => (name, respondent) => toBucket(name, `${respondent}${Date.now()}`) },
  ),
  mutate<typeof import('../../src/core/rules/toOutcome.ts')>(
    'a prompt that the client closes counts as a refusal',
    'src/core/rules/toOutcome.ts',
    {
      toOutcome: (toOutcome) => (change) =>
        toOutcome(change) ?? (change.type === 'dismissed' && !change.answeredCount ? 'dismissed' : undefined),
    },
  ),
];
