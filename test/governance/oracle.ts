/** The state of every gate according to the documentation, computed from the facts each time. Shares no code with `src/core`. */
import { after } from './calendar.ts';
import type { Fact } from './knowledge.ts';

/** The fields of a survey that the simulation uses. */
export interface PlannedSurvey {
  readonly id: string;
  readonly metric: 'nps' | 'csat' | 'ces';
  readonly trigger?: string | PlannedTrigger;
  readonly targeting?:
    | {
        readonly url?: readonly string[];
        readonly notUrl?: readonly string[];
        readonly traits?: Readonly<Record<string, unknown>>;
        readonly devices?: readonly string[];
        readonly locales?: readonly string[];
        readonly referrers?: readonly string[];
        readonly roles?: readonly string[];
      }
    | undefined;
  readonly frequency?: { readonly clocks: Readonly<Record<string, PlannedClock | false>> };
  readonly sampling?: number;
  readonly experiment?: {
    readonly id: string;
    readonly variants: readonly { readonly id: string; readonly title?: string }[];
  };
  readonly priority?: number;
  readonly group?: string;
  readonly subject?: string;
  readonly scope?: string;
  readonly touchpoint?: { readonly id: string };
  readonly presentation?: string;
}
export interface PlannedTrigger {
  readonly event?: string;
  readonly where?: { readonly amount: { readonly min: number } };
  readonly delay?: string;
  readonly cancelOn?: readonly string[];
  readonly expires?: string;
}
export interface PlannedClock {
  readonly per: string;
  readonly displayed?: string;
  readonly answered?: string;
  readonly dismissed?: string;
  readonly snoozed?: string;
  readonly times?: number;
}

export interface Situation {
  readonly now: number;
  readonly path: string;
  readonly device: string;
  readonly languages: readonly string[];
  readonly referrer: string;
  readonly role: string | undefined;
  readonly traits: Readonly<Record<string, unknown>>;
  /** Lists of facts, one for each survey and source. */
  readonly facts: readonly (readonly Fact[])[];
  readonly visit: number;
  readonly bucket: number | undefined;
  readonly history: boolean;
  readonly predicate: boolean;
  readonly subject?: string | undefined;
  /** When the trigger fired. */
  readonly at?: number | undefined;
}

export interface Verdict {
  readonly gate: string;
  readonly name?: string | undefined;
  /** True when the gate is open. Undefined when the oracle cannot know it. */
  readonly open: boolean | undefined;
  /** The time when a closed gate opens. */
  readonly opensAt?: number | undefined;
}

export const scopeOf = ({ scope, subject, metric }: PlannedSurvey) =>
  scope ?? (subject || metric !== 'nps' ? 'transactional' : 'relational');
const touchpointOf = ({ touchpoint, id }: PlannedSurvey) => touchpoint?.id ?? id;

const TWELVE_WEEKS = { displayed: '12w', answered: '12w', dismissed: '12w' };
const THIRTY_DAYS = { displayed: '30d', answered: '30d', dismissed: '30d' };

const known = new WeakMap<PlannedSurvey, Record<string, PlannedClock | false>>();
export const clocksOf = (survey: PlannedSurvey): Record<string, PlannedClock | false> => {
  const clocks = known.get(survey) ?? {
    ...(scopeOf(survey) === 'relational'
      ? { relational: { per: 'scope', ...TWELVE_WEEKS } }
      : {
          subject: { per: 'subject', answered: 'ever', dismissed: 'ever' },
          touchpoint: { per: 'touchpoint', ...THIRTY_DAYS },
        }),
    any: { per: 'all', displayed: '14d' },
    snooze: { per: 'survey', snoozed: '7d' },
    ignored: { per: 'survey', displayed: '12w', times: 5 },
    ...survey.frequency?.clocks,
  };
  known.set(survey, clocks);
  return clocks;
};

const isCounted = (clock: PlannedClock, mine: PlannedSurvey, other: PlannedSurvey): boolean => {
  switch (clock.per) {
    case 'all':
      return true;
    case 'metric':
      return mine.metric === other.metric;
    case 'group':
      return mine.group !== undefined && mine.group === other.group;
    case 'scope':
      return scopeOf(mine) === scopeOf(other);
    case 'touchpoint':
      return touchpointOf(mine) === touchpointOf(other);
    default:
      return mine.id === other.id;
  }
};

/** Returns when a frequency cap ends, according to one list of facts. */
const toOpening = (clock: PlannedClock, own: boolean, facts: readonly Fact[], visit: number): number => {
  const alone = clock.per === 'survey' || clock.per === 'subject';
  let shown = 0;
  let refused = 0;
  let put = 0;
  const last: { [outcome in Fact['outcome']]?: number | undefined } = {};
  for (const { outcome, at } of facts) {
    last[outcome] = at;
    if (outcome === 'displayed') shown++;
    if (outcome === 'dismissed') refused++;
    if (outcome === 'snoozed') put++;
    if (outcome === 'answered' || outcome === 'dismissed') shown = 0;
    if (outcome === 'answered') {
      refused = 0;
      put = 0;
      last.dismissed = undefined;
      last.snoozed = undefined;
    }
  }
  const until = (outcome: 'displayed' | 'answered' | 'dismissed' | 'snoozed', times = 1) => {
    const at = last[outcome];
    const period = clock[outcome];
    if (at === undefined || !period) return 0;
    if (period === 'visit') return at >= visit ? Number.POSITIVE_INFINITY : 0;
    return after(at, period, times);
  };
  const grown = (count: number) => ({ 1: 1, 2: 2, 3: 4 })[count] ?? 8;
  const seen = alone ? shown >= (clock.times ?? 1) : !own;
  return Math.max(
    seen ? until('displayed') : 0,
    until('answered'),
    until('dismissed', grown(refused)),
    until('snoozed', grown(put)),
  );
};

/** Returns when each frequency cap of a survey ends. */
export const openingsOf = (
  survey: PlannedSurvey,
  surveys: readonly PlannedSurvey[],
  { facts, visit, subject }: Pick<Situation, 'facts' | 'visit' | 'subject'>,
): readonly (readonly [name: string, opensAt: number, clock: PlannedClock])[] =>
  Object.entries(clocksOf(survey)).flatMap(([name, clock]) => {
    if (!clock) return [];
    const openings = facts.map((list) => {
      const other = surveys.find(({ id }) => id === list[0]?.survey);
      if (!other || !isCounted(clock, survey, other)) return 0;
      const counted =
        clock.per === 'subject' ? list.filter((fact) => subject !== undefined && fact.subject === subject) : list;
      return toOpening(clock, other.id === survey.id, counted, visit);
    });
    return [[name, Math.max(0, ...openings), clock] as const];
  });

const toPattern = (glob: string) => new RegExp(`^${glob.split('*').join('.*')}$`);
const MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
export const toMs = (span: string) => Number.parseInt(span, 10) * (MS[span.replace(/\d/g, '')] as number);

export const isHome = ({ targeting = {} }: PlannedSurvey, path: string) =>
  (!targeting.url || targeting.url.some((glob) => toPattern(glob).test(path))) &&
  !targeting.notUrl?.some((glob) => toPattern(glob).test(path));

/** Returns the maximum age of a moment. */
export const lifeOf = ({ trigger }: PlannedSurvey): number => {
  const { expires, delay } = typeof trigger === 'object' ? trigger : ({} as PlannedTrigger);
  return expires ? toMs(expires) : Math.max(3_600_000, delay ? 2 * toMs(delay) : 0);
};
export const isFresh = (survey: PlannedSurvey, at: number, now: number) => at + lifeOf(survey) >= now;

/** Decides every gate of a survey that concerns respondent, time and frequency. */
export const judge = (
  survey: PlannedSurvey,
  surveys: readonly PlannedSurvey[],
  situation: Situation,
): readonly Verdict[] => {
  const { now, role, traits, languages, bucket, at } = situation;
  const { targeting = {}, sampling = 1 } = survey;
  const never = situation.facts.some((list) =>
    list.some(({ outcome, survey: id }) => outcome === 'never' && id === survey.id),
  );
  return [
    { gate: 'url', open: isHome(survey, situation.path) },
    { gate: 'device', open: targeting.devices?.includes(situation.device) ?? true },
    {
      gate: 'locale',
      open:
        !targeting.locales ||
        targeting.locales.some((wanted) => languages.some((each) => each === wanted || each.startsWith(`${wanted}-`))),
    },
    { gate: 'referrer', open: targeting.referrers?.includes(situation.referrer) ?? true },
    { gate: 'role', open: targeting.roles ? targeting.roles.includes(`${role}`) : role !== 'agent' },
    ...Object.entries(targeting.traits ?? {}).map(([name, wanted]) => ({
      gate: 'traits',
      name,
      open: traits[name] === wanted,
    })),
    { gate: 'predicate', open: situation.predicate },
    {
      gate: 'sampling',
      open: sampling >= 1 || (sampling > 0 && bucket === undefined ? undefined : (bucket ?? 0) < sampling * 10_000),
    },
    { gate: 'history', open: situation.history },
    { gate: 'never', open: !never, opensAt: never ? Number.POSITIVE_INFINITY : undefined },
    ...openingsOf(survey, surveys, situation).map(([name, opensAt]) => ({
      gate: 'clock',
      name,
      open: opensAt <= now,
      opensAt: opensAt <= now ? undefined : opensAt,
    })),
    { gate: 'expired', open: at === undefined || isFresh(survey, at, now) },
  ];
};
