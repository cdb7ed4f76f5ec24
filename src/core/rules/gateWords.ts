/** Explains gates in plain English, also for readers who do not program. */
import type { Clock, Matcher, Trigger } from '../../schema/index.ts';
import type { Mark } from './frequencySummary.ts';
import type { Gate } from './gates.ts';
import { isOwnOnly } from './tags.ts';

const UNITS = new Map([
  ['ms', 'millisecond'],
  ['s', 'second'],
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['mo', 'month'],
  ['y', 'year'],
]);
const toCount = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
/** Formats a period: `'14d'` becomes "14 days". */
const toPeriod = (period: string): string => {
  const [, count, unit = ''] = /(\d+)(\D+)/.exec(period) ?? [];
  return toCount(Number(count), `${UNITS.get(unit)}`);
};
const toDuration = (ms: number): string => {
  const minutes = ms / 60_000;
  if (minutes < 1) return 'less than a minute';
  const [count, unit] =
    minutes < 90 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  return toCount(Math.ceil(count), unit);
};

const quote = (value: unknown) => (typeof value === 'string' ? `“${value}”` : `${value}`);
/** Formats a list: `a`, `a or b`, `a, b or c`. */
const toList = (all: readonly string[], last = 'or'): string =>
  all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;

const DEVICES: { readonly [device: string]: string } = { phone: 'phone', tablet: 'tablet', desktop: 'computer' };
const REFERRERS: { readonly [kind: string]: string } = {
  direct: 'a bookmark, a mail or a typed address',
  internal: 'this site itself',
  search: 'a search engine',
  social: 'a social network',
  other: 'another site',
};
/** Describes where a visit came from. */
export const toReferrerWords = (referrer: unknown): string => REFERRERS[`${referrer}`] ?? 'an unknown place';

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

/** What happened to a survey, as a past participle. */
const DONE: { readonly [mark in Mark]: string } = {
  displayed: 'shown',
  answered: 'answered',
  dismissed: 'closed',
  snoozed: 'put off with “Ask me later”',
};
/** The surveys that a clock counts. */
const WHOSE: { readonly [per in Clock['per']]: string } = {
  survey: 'this survey',
  subject: 'this survey about the same order, ticket or other thing',
  metric: 'survey of the same kind (NPS, CSAT, CES …)',
  group: 'survey of the same group',
  scope: 'survey of the same scope (about everything, or about one experience)',
  touchpoint: 'survey about the same touchpoint',
  all: 'survey',
};

/** States the rule of a clock: "14 days must pass after another survey was shown". */
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
    // A clock over several surveys counts only the displays of the other surveys.
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

/** Returns true for a clock that stays closed until the next visit, whose time is unknown. */
export const isUntilVisit = ({ gate, wanted }: Gate): boolean =>
  gate === 'clock' && Object.values(wanted as Clock).includes('visit');

const toClockWords = (gate: Gate): string => {
  const { name, wanted, open, opensAt } = gate;
  const rule = toClockRule(wanted as Clock);
  if (open) return `Long enough ago, or never asked: ${rule}.`;
  return Number.isFinite(opensAt)
    ? `It is too soon by the clock “${name}”: ${rule}.`
    : `It has been asked already, says the clock “${name}”: ${rule}.`;
};

const toMoment = (trigger: Trigger): string => {
  if (trigger === 'load') return 'a second after the page has loaded';
  if (trigger === 'manual') return 'when the page asks for it with show()';
  const { event, where, scroll, exit, idle, click, delay } = trigger;
  const facts = Object.entries(where ?? {}).map(([name, matcher]) => `${quote(name)} is ${toMatcherWords(matcher)}`);
  const moment = event
    ? `when the page reports ${quote(event)}${facts[0] ? ` and ${toList(facts, 'and')}` : ''}`
    : scroll
      ? `when ${scroll} % of the page have been scrolled`
      : exit
        ? 'when the pointer leaves the window at the top'
        : idle
          ? `when nobody has moved, typed or scrolled for ${toPeriod(idle)}`
          : click && `when somebody clicks on ${quote(click)}`;
  if (!delay) return moment ?? 'a second after the page has loaded';
  return moment ? `${moment}, and ${toPeriod(delay)} later` : `${toPeriod(delay)} after the page has loaded`;
};

const MODES: { readonly [mode: string]: string } = {
  live: 'Answers count.',
  test: 'This is a test: what is sent is marked and does not count.',
  preview: 'This is a preview: nothing is sent or remembered.',
};
/** Describes a mode. */
export const toModeWords = (mode: unknown): string => MODES[`${mode}`] ?? 'The widget is switched off.';

/** Returns the name of a gate, one to three words. */
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
      return 'Came from';
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
      return 'Moment';
    case 'expired':
      return 'Age of the moment';
    case 'turn':
      return 'Other surveys';
    case 'tab':
      return 'Other tabs';
    case 'page':
      return 'A good time';
    case 'veto':
      return 'Page’s last word';
    default:
      return gate satisfies never;
  }
};

/** Explains in one sentence why a gate is open or closed. The sentence for a closed gate can follow "because". */
export const toReason = (gate: Gate): string => {
  const { open, value, wanted, name } = gate;
  switch (gate.gate) {
    case 'definition':
      return open
        ? 'The definition is right.'
        : 'The survey is not written correctly; the browser’s console says what to change.';
    case 'mode':
      return open ? toModeWords(value) : 'The widget is switched off (mode “off”).';
    case 'url': {
      if (wanted === undefined) return 'It is for every page.';
      const { url, notUrl } = wanted as { url?: readonly string[]; notUrl?: readonly string[] };
      const pages = `${url ? `pages like ${toList(url)}` : 'every page'}${notUrl ? ` except ${toList(notUrl)}` : ''}`;
      return open
        ? `This page is one of those it is for: ${pages}.`
        : `This page is not one of those it is for: ${pages}.`;
    }
    case 'device': {
      const here = `a ${DEVICES[`${value}`] ?? value}`;
      if (wanted === undefined) return `Any device will do; this is ${here}.`;
      const devices = toList((wanted as string[]).map((each) => `${DEVICES[each]}s`));
      return open ? `This is ${here}, and it is for ${devices}.` : `This is ${here}, and it is only for ${devices}.`;
    }
    case 'locale': {
      const here = toList((value as string[]).map(toLanguage), 'and');
      if (wanted === undefined) return `Any language will do; here it is ${here}.`;
      const languages = toList((wanted as string[]).map(toLanguage));
      return `The language here is ${here}, and it is ${open ? '' : 'only '}for ${languages}.`;
    }
    case 'referrer': {
      const here = toReferrerWords(value);
      if (wanted === undefined) return `The visit may come from anywhere; it came from ${here}.`;
      const places = toList((wanted as string[]).map(toReferrerWords));
      return `The visit came from ${here}, and it is ${open ? '' : 'only '}for visits from ${places}.`;
    }
    case 'role': {
      const role = value === undefined ? 'not known' : quote(value);
      if (wanted === undefined)
        return open
          ? 'It is for everybody but support agents in a customer’s place.'
          : 'A support agent uses the page in a customer’s place, and agents are not asked.';
      return `The respondent’s role is ${role}, and it is ${open ? '' : 'only '}for ${toList((wanted as string[]).map(quote))}.`;
    }
    case 'traits': {
      const is = value === undefined || value === null ? 'not known' : quote(value);
      return `The respondent’s “${name}” is ${is}, and it must be ${toMatcherWords(wanted as Matcher)}.`;
    }
    case 'predicate':
      return open ? 'The page has nothing against it (isEligible).' : 'The page’s own rule says no (isEligible).';
    case 'sampling': {
      const percent = `${Number((Number(wanted) * 100).toFixed(2))} %`;
      if (wanted === 1) return 'Everybody is asked.';
      if (open) return `${percent} of all respondents are asked, and this one is among them.`;
      return wanted === 0
        ? 'Nobody is asked: the share of respondents is set to 0 %.'
        : `Only ${percent} of all respondents are asked, and this one is not among them; that stays so.`;
    }
    case 'history':
      return open
        ? 'What was asked on other devices is known, or does not matter.'
        : 'What this respondent was asked on other devices is not known yet.';
    case 'never':
      return open ? 'The respondent has not chosen “Don’t ask again”.' : 'The respondent has chosen “Don’t ask again”.';
    case 'clock':
      return toClockWords(gate);
    case 'trigger':
      return `${open ? 'Its moment has come' : 'It waits for its moment on this page'}: ${toMoment(wanted as Trigger)}.`;
    case 'expired':
      return open
        ? `Its moment is not too old: up to ${toDuration(Number(wanted))} will do.`
        : `Its moment came more than ${toDuration(Number(wanted))} ago.`;
    case 'turn':
      return open
        ? 'No other survey is open on this page.'
        : `The survey “${value}” is open on this page; this one waits its turn.`;
    case 'tab':
      return open
        ? 'No other tab of this site has a survey open.'
        : 'Another tab of this site has a survey open; this one waits until it is closed.';
    case 'page':
      return open
        ? 'Nothing on the page is in its way.'
        : 'The page is hidden or in full screen, a dialog is open or somebody is writing; it waits until that is over.';
    case 'veto':
      return open ? 'The page lets it be shown (beforeShow).' : 'The page said no at the last moment (beforeShow).';
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

/** Explains why a gate is open or closed, with a second sentence that says when it opens. */
export const toWords = (gate: Gate, now: number): string => toReason(gate) + toWhen(gate, now);
