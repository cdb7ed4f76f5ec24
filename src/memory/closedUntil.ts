/**
 * A hint for the first file: until when a survey is certainly closed to an anonymous respondent. With it, pages need not fetch the rules
 * to find that out. A hint never opens a gate.
 */
import type { KeyValueStore } from '../browser/localStore.ts';
import { CLOSED_UNTIL } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/**
 * The maximum length of a hint, longer than any default clock. A longer hint was written while the device's clock was ahead. It is
 * ignored, because it would disable the survey for ever.
 */
const LONGEST_CLOSED_MS = 7e10;

/** Almost 29 days: less than the shortest default pause after an answer or a refusal, which is 30 days. */
export const SHORTEST_PAUSE_MS = 2.5e9;

/** Stores the hint. A survey that stays closed for longer than a hint can say is checked again when the hint ends. */
export const keepClosedUntil = (store: KeyValueStore, surveyId: string, until: number, now: number): void =>
  store.set(CLOSED_UNTIL + surveyId, pack({ until: Math.min(until, now + LONGEST_CLOSED_MS - 1) }));

/** Returns true when a hint closes a survey now; false when there is no hint, or it has ended or is implausible. */
export const isSurelyClosed = (store: KeyValueStore, surveyId: string, now: number): boolean => {
  const until = Number(unpack(store.get(CLOSED_UNTIL + surveyId)).until);
  return until > now && until - now < LONGEST_CLOSED_MS;
};
