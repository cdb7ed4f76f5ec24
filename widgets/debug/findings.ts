/** Collects what the debug panel shows about the device, the respondent and the events since the panel was opened. */

import type { Mode } from '../../src/api/mode.ts';
import type { Consent, Explanation } from '../../src/api/options.ts';
import type { KeyValueStore } from '../../src/browser/localStore.ts';
import { toModeWords, toReferrerWords } from '../../src/core/rules/gateWords.ts';
import { toAdvice } from '../../src/delivery/advice.ts';
import { readTrouble, toNextRequest } from '../../src/delivery/outbox/pace.ts';
import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';
import { readVisit } from '../../src/memory/keptVisit.ts';
import { TROUBLE, UNDELIVERED } from '../../src/memory/keys.ts';
import type { EventName, Options, Respondent } from '../../src/schema/index.ts';

/** The parts of a client that its debug panel uses. */
export interface PanelEnvironment {
  readonly settings: Pick<Options, 'colorScheme' | 'persistence'>;
  readonly mode: Mode;
  /** True when a WebDriver controls the browser. */
  readonly automation: boolean;
  readonly now: () => number;
  readonly store: KeyValueStore;
  /** Returns true when data may be stored on the device now. */
  readonly mayPersist: () => boolean;
  /** The state of the client. Its fields change when the host page identifies the respondent or changes the consent. */
  readonly state: { readonly respondent: Respondent; readonly consent: Consent };
}

/** One line of a list in the debug panel: a name and its value, in parts. The panel formats a `Date` as a local time. */
export type Fact = readonly [name: string, ...is: (string | Date)[]];

/** An event that happened while the debug panel was open. */
export interface Happened {
  readonly name: EventName;
  readonly survey: string;
  readonly at: Date;
  readonly mark: string;
}

/** A short label for each event type. */
export const EVENT_WORDS: { readonly [name in EventName]: string } = {
  displayed: 'Shown',
  viewed: 'Seen',
  answered: 'Answered',
  skipped: 'Skipped a question',
  completed: 'Completed',
  dismissed: 'Closed',
  snoozed: 'Postponed',
  eligible: 'May be shown',
  suppressed: 'Not shown',
  linkFollowed: 'Followed a link',
  failed: 'Failed',
};

export interface Queue {
  readonly waiting: number;
  readonly state: readonly Fact[];
  /** When the next request to a failing collector is allowed, in milliseconds since 1970. */
  readonly until: number;
}

const toWhyMemory = ({ mode, state: { consent }, settings }: PanelEnvironment): string => {
  if (mode === 'preview' || mode === 'off') return 'Nothing is sent.';
  if (consent === 'pending') return 'Consent is pending: answers wait in memory until it is given.';
  if (consent === 'denied')
    return 'Consent is denied: answers are sent without ids, and nothing is kept on this device.';
  return settings.persistence === 'memory'
    ? 'Nothing is kept on this device (persistence “memory”).'
    : 'Nothing is kept on this device.';
};

/** Reads the undelivered events on the device. */
export const readQueue = (environment: PanelEnvironment): Queue => {
  const { store, now, mayPersist } = environment;
  if (!mayPersist()) return { waiting: 0, state: [['On this device', toWhyMemory(environment)]], until: 0 };
  const records = store.keys(UNDELIVERED).flatMap((key) => readRecord(store.get(key) ?? '') ?? []);
  const waiting = records.filter(({ state }) => state === 'waiting');
  const refused = records.filter(({ state }) => state === 'parked').length;
  const [oldest] = waiting.map(({ time }) => time).sort((one, other) => one - other);
  const troubles = store
    .keys(TROUBLE)
    .map((key) => ({ address: key.slice(TROUBLE.length), ...readTrouble(store.get(key)) }));
  const failures = troubles.filter(({ spaced }) => spaced > 0);
  const until = Math.max(0, ...troubles.map(toNextRequest));
  const refusing = troubles.map(({ refusedAt }) => refusedAt).find((at) => at > 0);
  const waits = until > now();
  return {
    waiting: waiting.length,
    until,
    state: [
      ['Events', waiting.length === 0 ? 'None: all were delivered.' : `${waiting.length} on this device`],
      ...(oldest === undefined ? [] : [['Oldest', new Date(oldest)] as const]),
      ...(refused > 0 ? [['Refused for good', `${refused} by the collector`] as const] : []),
      ...(waits ? [['Next attempt', 'The collector is failing: not before ', new Date(until)] as const] : []),
      ...failures.flatMap(({ status, address }) =>
        status > 100 ? [['Collector', toAdvice(status, address)] as const] : [],
      ),
      ...(refusing ? [['Refused since', new Date(refusing)] as const] : []),
    ],
  };
};

const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Lists facts about the respondent, the mode and the visit for the debug panel. */
export const toWho = (environment: PanelEnvironment, explanations: readonly Explanation[]): Fact[] => {
  const { state, mode, automation, store, now } = environment;
  const { id, role, traits = {}, ...ids } = state.respondent as Respondent & Record<string, unknown>;
  const places = explanations.flatMap(({ survey, gates }) =>
    gates.flatMap(({ gate, value }) => (gate === 'sampling' && value !== undefined ? [`${survey}: ${value}`] : [])),
  );
  const { began, referrer } = readVisit(store, now(), 'direct');
  return [
    ['Respondent', id ? `known as ${id}` : 'anonymous: the page has not identified the respondent'],
    ['Role', role ?? 'none'],
    ...Object.entries({ ...ids, ...(traits as object) }).map(([name, value]) => [name, toText(value)] as const),
    ['Consent', state.consent],
    ['Mode', `${mode}. ${toModeWords(mode)}${automation ? ' A program controls this browser.' : ''}`],
    ['Place in the sample', `${places.join(', ') || 'none'} (of 0 to 9999)`],
    ['Visit', 'since ', new Date(began), `, from ${toReferrerWords(referrer)}`],
  ];
};
