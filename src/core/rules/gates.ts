/** Every gate between a survey and a respondent: its value, what it wants, and when it opens. */
import type { GateName, Respondent, Subject, Survey, Targeting } from '../../schema/index.ts';
import { toClocks } from './clocks.ts';
import { toExpiryMs } from './expiry.ts';
import { type FrequencyRecord, toOpening } from './frequency.ts';
import { isUrlMatch } from './isUrlMatch.ts';
import { isMatch } from './matches.ts';
import { BUCKETS } from './sampling.ts';
import { toTags } from './tags.ts';
import type { ReferrerClass } from './visit.ts';

/** One reason why a survey may be shown, or not. */
export interface Gate {
  readonly gate: GateName;
  /** Of a clock or a trait. */
  readonly name?: string | undefined;
  readonly open: boolean;
  /** What is the case; of a clock, where it is explained, when what it counts happened last, milliseconds since 1970. */
  readonly value?: unknown;
  /** What must be the case; nothing where everything goes. */
  readonly wanted?: unknown;
  /** When it opens, milliseconds since 1970; infinity for never, nothing where nobody knows. */
  readonly opensAt?: number | undefined;
}

/** What a page knows of itself, its respondent and what was asked before. */
export interface World {
  readonly now: number;
  readonly url: string;
  readonly device: 'phone' | 'tablet' | 'desktop';
  /** The page's, or the browser's where it says none. */
  readonly languages: readonly string[];
  readonly referrer: ReferrerClass;
  readonly respondent: Respondent;
  readonly records: readonly FrequencyRecord[];
  /** When the visit began, milliseconds since 1970. */
  readonly visit: number;
  /** The respondent's place in 0 … 9999 for a survey. */
  readonly bucketOf: (survey: Survey) => number;
  /** Whether what other devices know is here, if it was asked for. */
  readonly history: boolean;
  /** What the host says. */
  readonly isEligible?: ((survey: Survey) => boolean) | undefined;
}

/** A moment that somebody may be asked about. */
export interface Asked {
  readonly subject?: Subject | undefined;
  /** When the moment came, milliseconds since 1970. */
  readonly at?: number | undefined;
}

const isLanguage = (wanted: string, languages: readonly string[]) =>
  languages.some((each) => `${each}-`.toLowerCase().startsWith(`${wanted}-`.toLowerCase()));

/** Says whether the address of the page is one that the survey is for. */
export const isAtHome = ({ url, notUrl }: Targeting, address: string): boolean =>
  (!url || url.some((each) => isUrlMatch(each, address))) && !notUrl?.some((each) => isUrlMatch(each, address));

/** Lists the gates of a survey, in the order of their names in the schema. */
export const toGates = (survey: Survey, { subject, at }: Asked, world: World): Gate[] => {
  const { targeting = {}, sampling = 1 } = survey;
  const { url, notUrl, devices, locales, referrers, roles, traits = {} } = targeting;
  const { respondent, now, records, device, languages, referrer } = world;
  const { role } = respondent;
  const tags = toTags(survey);
  // Nobody gets a number that no survey asks for.
  const bucket = sampling < 1 ? world.bucketOf(survey) : undefined;
  const never = records.some((record) => record.never && record.tags.includes(tags[1] as string));
  const expiry = toExpiryMs(survey);
  const oneOf = (gate: GateName, value: string, wanted: readonly string[] | undefined): Gate => ({
    gate,
    value,
    wanted,
    open: !wanted || wanted.includes(value),
  });
  return [
    {
      gate: 'url',
      value: world.url,
      wanted: url || notUrl ? { url, notUrl } : undefined,
      open: isAtHome(targeting, world.url),
    },
    oneOf('device', device, devices),
    {
      gate: 'locale',
      value: languages,
      wanted: locales,
      open: !locales || locales.some((each) => isLanguage(each, languages)),
    },
    oneOf('referrer', referrer, referrers),
    {
      gate: 'role',
      value: role,
      wanted: roles,
      open: roles ? role !== undefined && roles.includes(role) : role !== 'agent',
    },
    ...Object.entries(traits).map(([name, wanted]): Gate => {
      const value = respondent.traits && Object.hasOwn(respondent.traits, name) ? respondent.traits[name] : undefined;
      return { gate: 'traits', name, value, wanted, open: isMatch(wanted, value) };
    }),
    { gate: 'predicate', open: world.isEligible?.(survey) ?? true },
    { gate: 'sampling', value: bucket, wanted: sampling, open: bucket === undefined || bucket < sampling * BUCKETS },
    { gate: 'history', open: world.history },
    { gate: 'never', open: !never, opensAt: never ? Number.POSITIVE_INFINITY : undefined },
    ...Object.entries(toClocks(survey)).flatMap(([name, clock]): Gate[] => {
      if (!clock) return [];
      const opensAt = toOpening(clock, tags, records, subject, world.visit);
      const open = opensAt <= now;
      return [{ gate: 'clock', name, wanted: clock, open, opensAt: open ? undefined : opensAt }];
    }),
    { gate: 'expired', value: at, wanted: expiry, open: at === undefined || now - at <= expiry },
  ];
};
