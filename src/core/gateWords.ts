/** Gates in plain words, for people who look why a survey is shown or not. */
import type { Clock } from '../schema/index.ts';
import type { Gate } from './gates.ts';

const WHOSE: { readonly [per in Clock['per']]: string } = {
  survey: 'this survey was',
  subject: 'the same order, ticket or other subject was',
  metric: 'a survey with the same metric was',
  group: 'a survey of the same group was',
  scope: 'a survey of the same scope was',
  touchpoint: 'a survey at the same touchpoint was',
  all: 'another survey was',
};

const toDuration = (ms: number): string => {
  const minutes = ms / 60_000;
  if (minutes < 1) return 'less than a minute';
  const [count, unit] =
    minutes < 90 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  const whole = Math.ceil(count);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
};

const toList = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : `${value}`;

const toWhen = ({ opensAt }: Gate, now: number): string => {
  if (opensAt === undefined) return '';
  if (!Number.isFinite(opensAt)) return ' It does not open by itself.';
  return ` It opens in ${toDuration(opensAt - now)}, ${new Date(opensAt).toISOString()}.`;
};

const toClockWords = ({ name, wanted, open }: Gate): string => {
  const { per } = wanted as Clock;
  return open
    ? `The clock "${name}" is open: not too soon after ${WHOSE[per]} asked.`
    : `The clock "${name}" is closed: ${WHOSE[per]} asked not long enough ago.`;
};

/** Says it in a sentence. */
export const toWords = (gate: Gate, now: number): string => {
  const { open, value, wanted, name } = gate;
  const isWanted = (what: string, is: string) =>
    wanted === undefined
      ? `Any ${what} will do; it is ${is}.`
      : `The ${what} is ${is}; ${open ? 'that is one of' : 'wanted is'} ${toList(wanted)}.`;
  switch (gate.gate) {
    case 'definition':
      return open ? 'The definition is right.' : 'The definition is wrong: see the error in the console.';
    case 'mode':
      return open ? `The mode is ${value}.` : 'The mode is off: nothing is shown.';
    case 'url':
      return wanted === undefined
        ? 'It is for every address.'
        : `It is ${open ? '' : 'not '}for this address. Patterns: ${toList(wanted)}.`;
    case 'device':
      return isWanted('device', `a ${value}`);
    case 'locale':
      return isWanted('language', toList(value));
    case 'referrer':
      return isWanted('way here', `${value}`);
    case 'role':
      return open
        ? `The respondent's role, ${value ?? 'none'}, is one of those who are asked.`
        : `The respondent's role is ${value ?? 'none'}; ${wanted ? `asked are ${toList(wanted)}` : 'agents are not asked in a customer’s place'}.`;
    case 'traits':
      return `The trait "${name}" is ${value === undefined ? 'not known' : JSON.stringify(value)}; wanted is ${JSON.stringify(wanted)}.`;
    case 'predicate':
      return open ? 'The page has nothing against it (isEligible).' : 'The page says no (isEligible).';
    case 'sampling':
      return `${Number(wanted) * 100} % are asked, places below ${Math.ceil(Number(wanted) * 10_000)}; this respondent has place ${value} for ever.`;
    case 'history':
      return open ? 'What other devices know is here, or was not asked for.' : 'What other devices know has not come.';
    case 'never':
      return open ? 'Nobody said “Don’t ask again”.' : 'The respondent said “Don’t ask again”.';
    case 'clock':
      return toClockWords(gate) + toWhen(gate, now);
    case 'trigger':
      return open
        ? `Its moment came on this page: ${value}.`
        : `Its moment has not come: ${toList(wanted)}.${toWhen(gate, now)}`;
    case 'expired':
      return open
        ? `Its moment is not older than ${toDuration(Number(wanted))}.`
        : `Its moment came more than ${toDuration(Number(wanted))} ago.`;
    case 'turn':
      return open ? 'No other prompt is open here.' : `The prompt of "${value}" is open: it waits for its turn.`;
    case 'tab':
      return open ? 'No other tab has a prompt.' : 'Another tab of this site has a prompt open.';
    case 'page':
      return open
        ? 'Nothing on the page is in its way.'
        : 'The page is hidden or in fullscreen, a dialog is open, or somebody writes: it waits.';
    case 'veto':
      return open ? 'The page lets it be shown (beforeShow).' : 'The page says no (beforeShow).';
    default:
      return gate.gate satisfies never;
  }
};
