/**
 * The gates of a survey: the conditions for showing it to a respondent. Each gate has its actual value, the required value, and the time
 * when it opens.
 */
import type { GateName, Respondent, Survey, Targeting } from '../../schema/index.ts';
import { toClocks } from './clocks.ts';
import type { ClosedGate, Occasion } from './decision.ts';
import { toExpiryMs } from './expiry.ts';
import type { FrequencySummary } from './frequencySummary.ts';
import { isExpired } from './isExpired.ts';
import { isRoleWelcome } from './isRoleWelcome.ts';
import { isUrlMatch } from './isUrlMatch.ts';
import { isMatch } from './matches.ts';
import { toOpening } from './opening.ts';
import type { ReferrerClass } from './referrerClass.ts';
import { isRefusedForever } from './refusal.ts';
import { BUCKETS } from './sampling.ts';
import { toTags } from './tags.ts';

/** One condition for showing a survey. */
export interface Gate extends ClosedGate {
  readonly open: boolean;
  /**
   * The actual value. In an explanation, the value of a frequency cap is when the event that it counts last occurred, in milliseconds since
   * 1970.
   */
  readonly value?: unknown;
  /** The value that the gate requires; undefined when any value is allowed. */
  readonly wanted?: unknown;
}

/** The facts about the page, the respondent and the survey history that the gates are checked against. */
export interface World {
  readonly now: number;
  readonly url: string;
  readonly device: 'phone' | 'tablet' | 'desktop';
  /** The language of the page, or else of the browser. */
  readonly languages: readonly string[];
  readonly referrer: ReferrerClass;
  readonly respondent: Respondent;
  /** The survey history from this device and other devices. */
  readonly summaries: readonly FrequencySummary[];
  /** When the visit began, in milliseconds since 1970. */
  readonly visitBegan: number;
  /** Returns the respondent's sampling bucket for a survey, 0 to 9999. */
  readonly bucketOf: (survey: Survey) => number;
  /** False while the request for the respondent's history on other devices is pending. */
  readonly isHistoryKnown: boolean;
  /** The host page's `isEligible` hook. */
  readonly isEligible?: ((survey: Survey) => boolean) | undefined;
}

const isLanguage = (wanted: string, languages: readonly string[]) =>
  languages.some((each) => `${each}-`.toLowerCase().startsWith(`${wanted}-`.toLowerCase()));

/** Returns true when targeting allows the survey on the page with this URL. */
export const isAtHome = ({ url, notUrl }: Targeting, address: string): boolean =>
  (!url || url.some((each) => isUrlMatch(each, address))) && !notUrl?.some((each) => isUrlMatch(each, address));

const oneOf = (gate: GateName, value: string, wanted: readonly string[] | undefined): Gate => ({
  gate,
  value,
  wanted,
  open: !wanted || wanted.includes(value),
});

/** Creates the gates of the targeting rules, which say who is asked and on which pages. */
const toTargetingGates = ({ targeting = {} }: Survey, world: World): Gate[] => {
  const { url, notUrl, devices, locales, referrers, roles, traits = {} } = targeting;
  const { languages, respondent } = world;
  return [
    {
      gate: 'url',
      value: world.url,
      wanted: url || notUrl ? { url, notUrl } : undefined,
      open: isAtHome(targeting, world.url),
    },
    oneOf('device', world.device, devices),
    {
      gate: 'locale',
      value: languages,
      wanted: locales,
      open: !locales || locales.some((each) => isLanguage(each, languages)),
    },
    oneOf('referrer', world.referrer, referrers),
    { gate: 'role', value: respondent.role, wanted: roles, open: isRoleWelcome(respondent.role, roles) },
    ...Object.entries(traits).map(([name, wanted]): Gate => {
      const value = respondent.traits && Object.hasOwn(respondent.traits, name) ? respondent.traits[name] : undefined;
      return { gate: 'traits', name, value, wanted, open: isMatch(wanted, value) };
    }),
  ];
};

/** Creates the gates of the frequency caps, which say how often a respondent is asked. */
const toFrequencyGates = (survey: Survey, { subject }: Occasion, world: World): Gate[] => {
  const { now, summaries } = world;
  const tags = toTags(survey);
  const never = isRefusedForever(survey.id, summaries);
  return [
    { gate: 'never', open: !never, opensAt: never ? Number.POSITIVE_INFINITY : undefined },
    ...Object.entries(toClocks(survey)).flatMap(([name, clock]): Gate[] => {
      if (!clock) return [];
      const opensAt = toOpening(clock, tags, summaries, subject, world.visitBegan);
      const open = opensAt <= now;
      return [{ gate: 'clock', name, wanted: clock, open, opensAt: open ? undefined : opensAt }];
    }),
  ];
};

/** Returns all gates of a survey, in the order of their names in the schema. */
export const toGates = (survey: Survey, occasion: Occasion, world: World): Gate[] => {
  const { sampling = 1 } = survey;
  const { at } = occasion;
  // The sampling bucket is computed only for a survey with sampling.
  const bucket = sampling < 1 ? world.bucketOf(survey) : undefined;
  return [
    ...toTargetingGates(survey, world),
    { gate: 'predicate', open: world.isEligible?.(survey) ?? true },
    { gate: 'sampling', value: bucket, wanted: sampling, open: bucket === undefined || bucket < sampling * BUCKETS },
    { gate: 'history', open: world.isHistoryKnown },
    ...toFrequencyGates(survey, occasion, world),
    {
      gate: 'expired',
      value: at,
      wanted: toExpiryMs(survey),
      open: at === undefined || !isExpired(survey, at, world.now),
    },
  ];
};
