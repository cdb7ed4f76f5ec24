/** Explains the gates in plain English, also for readers who do not program. */
import type { Clock, Matcher, Trigger } from '../../schema/index.ts';
import type { Mark } from './frequencySummary.ts';
import type { Gate } from './gates.ts';
import { quote, toDuration, toList, toPeriod } from './phrases.ts';
import { isOwnOnly } from './tags.ts';

const DEVICES: { readonly [device: string]: string } = { phone: 'phone', tablet: 'tablet', desktop: 'computer' };
const REFERRERS: { readonly [kind: string]: string } = {
  direct: 'a bookmark, an email or a typed address',
  internal: 'this site',
  search: 'a search engine',
  social: 'a social network',
  other: 'another site',
};
/** Describes the source of a visit in words. */
export const toReferrerWords = (referrer: unknown): string => REFERRERS[`${referrer}`] ?? 'an unknown source';

const toLanguage = (tag: string): string => {
  try {
    return `${new Intl.DisplayNames('en', { type: 'language' }).of(tag)} (${tag})`;
  } catch {
    return tag;
  }
};

const toMatcherWords = (matcher: Matcher): string => {
  if (Array.isArray(matcher)) return toList(matcher.map(quote));
  if (typeof matcher !== 'object') return quote(matcher);
  const { min, max, not, known } = matcher;
  const parts = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(not === undefined ? [] : [`anything but ${toMatcherWords(not)}`]),
    ...(known === undefined ? [] : [known ? 'known' : 'unknown']),
  ];
  return toList(parts, 'and') || 'known';
};

/** Describes an outcome of a survey as a past participle. */
const DONE: { readonly [mark in Mark]: string } = {
  displayed: 'shown',
  answered: 'answered',
  dismissed: 'closed',
  snoozed: 'postponed with “Ask me later”',
};
/** Describes the surveys that a frequency cap counts. */
const WHOSE: { readonly [per in Clock['per']]: string } = {
  survey: 'this survey',
  subject: 'this survey about the same subject (order, ticket …)',
  metric: 'survey of the same kind (NPS, CSAT, CES …)',
  group: 'survey of the same group',
  scope: 'survey of the same scope (the whole relationship, or one experience)',
  touchpoint: 'survey about the same touchpoint',
  all: 'survey',
};

/** Describes the rule of a frequency cap: "14 days must pass after another survey was shown". */
export const toClockRule = (clock: Clock): string => {
  const { per, times = 1 } = clock;
  const alone = isOwnOnly(per);
  const periods = new Map<string, string[]>();
  for (const mark of Object.keys(DONE) as Mark[]) {
    const period = clock[mark];
    const often = mark === 'displayed' && times > 1 ? ` ${times} times without an answer` : '';
    if (period) periods.set(period, [...(periods.get(period) ?? []), DONE[mark] + often]);
  }
  const rules = [...periods].map(([period, done]) => {
    const [first, ...rest] = done;
    // A frequency cap on several surveys counts only displays of the other surveys.
    const what = alone
      ? `${WHOSE[per]} was ${toList(done)}`
      : first?.startsWith(DONE.displayed)
        ? `another ${WHOSE[per]} was ${first}${rest[0] ? `, or any was ${toList(rest)}` : ''}`
        : `a ${WHOSE[per]} was ${toList(done)}`;
    const grows = done.some((each) => each === DONE.dismissed || each === DONE.snoozed);
    if (period === 'ever') return `never again after ${what}`;
    if (period === 'visit') return `not again in the same visit after ${what}`;
    return `${toPeriod(period)} must pass after ${what}${grows ? ' (longer each time)' : ''}`;
  });
  return rules.join('; ') || 'it counts nothing';
};

/** Returns true for a frequency cap that lasts until the next visit, whose time is unknown. */
export const isUntilVisit = ({ gate, wanted }: Gate): boolean =>
  gate === 'clock' && Object.values(wanted as Clock).includes('visit');

const toClockWords = (gate: Gate): string => {
  const { name, wanted, open, opensAt } = gate;
  const rule = toClockRule(wanted as Clock);
  if (open) return `The clock “${name}” is open: ${rule}.`;
  return Number.isFinite(opensAt)
    ? `It is too soon according to the clock “${name}”: ${rule}.`
    : `The respondent was already asked, according to the clock “${name}”: ${rule}.`;
};

const toMoment = (trigger: Trigger): string => {
  if (trigger === 'load') return 'a second after the page has loaded';
  if (trigger === 'manual') return 'when the page calls show()';
  const { event, where, scroll, exit, idle, click, delay } = trigger;
  const facts = Object.entries(where ?? {}).map(([name, matcher]) => `${quote(name)} is ${toMatcherWords(matcher)}`);
  const moment = event
    ? `when the page reports ${quote(event)}${facts[0] ? ` and ${toList(facts, 'and')}` : ''}`
    : scroll
      ? `when the page has been scrolled by ${scroll} %`
      : exit
        ? 'when the pointer leaves the window through its top edge'
        : idle
          ? `when the respondent has not moved, typed or scrolled for ${toPeriod(idle)}`
          : click && `when the respondent clicks on ${quote(click)}`;
  if (!delay) return moment ?? 'a second after the page has loaded';
  return moment ? `${moment}, with a delay of ${toPeriod(delay)}` : `${toPeriod(delay)} after the page has loaded`;
};

const MODES: { readonly [mode: string]: string } = {
  live: 'Answers count.',
  test: 'This is a test: events are marked as tests and do not count.',
  preview: 'This is a preview: nothing is sent or stored.',
};
/** Describes the mode of a client: live, preview, test or off. */
export const toModeWords = (mode: unknown): string => MODES[`${mode}`] ?? 'The widget is switched off.';

/** Returns the display name of a gate, one to three words. */
export const toGateName = ({ gate, name }: Gate): string => {
  switch (gate) {
    case 'definition':
      return 'Definition';
    case 'mode':
      return 'Mode';
    case 'url':
      return 'Page';
    case 'device':
      return 'Device';
    case 'locale':
      return 'Language';
    case 'referrer':
      return 'Visit source';
    case 'role':
      return 'Role';
    case 'traits':
      return `Trait “${name}”`;
    case 'predicate':
      return 'Page’s own rule';
    case 'sampling':
      return 'Sample';
    case 'history':
      return 'Other devices';
    case 'never':
      return 'Refusal';
    case 'clock':
      return `Clock “${name}”`;
    case 'trigger':
      return 'Trigger';
    case 'expired':
      return 'Expiry';
    case 'turn':
      return 'Other surveys';
    case 'tab':
      return 'Other tabs';
    case 'page':
      return 'Page state';
    case 'veto':
      return 'Page’s veto';
    default:
      return gate satisfies never;
  }
};

/** Says what keeps the prompt from appearing: a state of the page, or an element by its CSS selector. */
const toObstacleWords = (obstacle: string): string => {
  if (obstacle === 'hidden') return 'The page is hidden';
  if (obstacle === 'fullscreen') return 'The page is in full screen';
  return `The element ${obstacle} covers the page, or the respondent is typing in it`;
};

/** Joins the two halves of a sentence about the respondents and pages that a survey is meant for. */
const toFor = (open: boolean): string => (open ? 'and the survey is for' : 'but the survey is only for');

/** Explains in one sentence why a gate is open or closed. The sentence for a closed gate can follow "because". */
export const toReason = (gate: Gate): string => {
  const { open, value, wanted, name } = gate;
  switch (gate.gate) {
    case 'definition':
      return open
        ? 'The definition is valid.'
        : 'The survey’s definition is invalid; the browser’s console lists the errors.';
    case 'mode':
      return open ? toModeWords(value) : 'The widget is switched off (mode “off”).';
    case 'url': {
      if (wanted === undefined) return 'The survey is for every page.';
      const { url, notUrl } = wanted as { url?: readonly string[]; notUrl?: readonly string[] };
      const pages = `${url ? `pages like ${toList(url)}` : 'every page'}${notUrl ? ` except ${toList(notUrl)}` : ''}`;
      return open
        ? `This page matches; the survey is for ${pages}.`
        : `This page does not match; the survey is for ${pages}.`;
    }
    case 'device': {
      const here = `a ${DEVICES[`${value}`] ?? value}`;
      if (wanted === undefined) return `The survey is for any device; this is ${here}.`;
      const devices = toList((wanted as string[]).map((each) => `${DEVICES[each]}s`));
      return open
        ? `This is ${here}, and the survey is for ${devices}.`
        : `This is ${here}, but the survey is only for ${devices}.`;
    }
    case 'locale': {
      const here = toList((value as string[]).map(toLanguage), 'and');
      if (wanted === undefined) return `The survey is for any language; the language here is ${here}.`;
      const languages = toList((wanted as string[]).map(toLanguage));
      return `The language here is ${here}, ${toFor(open)} ${languages}.`;
    }
    case 'referrer': {
      const here = toReferrerWords(value);
      if (wanted === undefined) return `The survey is for visits from anywhere; this visit came from ${here}.`;
      const places = toList((wanted as string[]).map(toReferrerWords));
      return `The visit came from ${here}, ${toFor(open)} visits from ${places}.`;
    }
    case 'role': {
      const role = value === undefined ? 'not known' : quote(value);
      if (wanted === undefined)
        return open
          ? 'The survey is for everybody except support agents who act for a customer.'
          : 'A support agent is acting for a customer, and agents are not asked.';
      return `The respondent’s role is ${role}, ${toFor(open)} ${toList((wanted as string[]).map(quote))}.`;
    }
    case 'traits': {
      const is = value === undefined || value === null ? 'not known' : quote(value);
      return `The respondent’s “${name}” is ${is}, and it must be ${toMatcherWords(wanted as Matcher)}.`;
    }
    case 'predicate':
      return open
        ? 'The page’s own rule does not exclude the respondent (isEligible).'
        : 'The page’s own rule excludes the respondent (isEligible).';
    case 'sampling': {
      const percent = `${Number((Number(wanted) * 100).toFixed(2))} %`;
      if (wanted === 1) return 'Every respondent is asked.';
      if (open) return `${percent} of all respondents are asked, and this respondent is one of them.`;
      return wanted === 0
        ? 'Nobody is asked: the sampling rate is 0 %.'
        : `Only ${percent} of all respondents are asked, and this respondent is not one of them; this does not change.`;
    }
    case 'history':
      return open
        ? 'The respondent’s history on other devices is known or not needed.'
        : 'The respondent’s history on other devices is not known yet.';
    case 'never':
      return open ? 'The respondent has not chosen “Don’t ask again”.' : 'The respondent has chosen “Don’t ask again”.';
    case 'clock':
      return toClockWords(gate);
    case 'trigger':
      return open
        ? `The trigger has fired: ${toMoment(wanted as Trigger)}.`
        : `The trigger has not fired yet; it fires ${toMoment(wanted as Trigger)}.`;
    case 'expired':
      return open
        ? `The trigger has not expired; it expires after ${toDuration(Number(wanted))}.`
        : `The trigger has expired; it fired more than ${toDuration(Number(wanted))} ago.`;
    case 'turn':
      return open
        ? 'No other survey is open on this page.'
        : `The survey “${value}” is open on this page; this survey waits until it is closed.`;
    case 'tab':
      return open
        ? 'No other tab of this site has a survey open.'
        : 'Another tab of this site has a survey open; this survey waits until it is closed.';
    case 'page':
      return open
        ? 'Nothing on the page blocks the prompt.'
        : `${toObstacleWords(`${value}`)}; the survey waits until this ends.`;
    case 'veto':
      return open ? 'The page did not veto the survey (beforeShow).' : 'The page vetoed the survey (beforeShow).';
    default:
      return gate.gate satisfies never;
  }
};

const toWhen = (gate: Gate, now: number): string => {
  const { open, opensAt } = gate;
  if (open || opensAt === undefined) return '';
  if (Number.isFinite(opensAt)) return ` It opens in ${toDuration(opensAt - now)}, ${new Date(opensAt).toISOString()}.`;
  return isUntilVisit(gate) ? ' It opens with the next visit.' : ' It does not open by itself.';
};

/** Explains why a gate is open or closed, and adds a sentence that says when a closed gate opens. */
export const toWords = (gate: Gate, now: number): string => toReason(gate) + toWhen(gate, now);
