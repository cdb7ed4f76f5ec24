/**
 * A hint for the first file: until when a survey is surely closed to an anonymous respondent, so that pages need not fetch the rules to
 * learn it. It never opens a gate.
 */
import type { KeyValueStore } from '../browser/localStore.ts';
import { CLOSED_UNTIL } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/**
 * Longer than any default clock. A hint beyond it comes from a clock that was ahead for a moment, and is ignored: else it would silence
 * the survey for ever.
 */
const LONGEST_CLOSED_MS = 7e10;

/** Almost 29 days: less than the shortest default pause after an answer or a refusal, which is 30 days. */
export const SHORTEST_PAUSE_MS = 2.5e9;

/** Keeps the hint. What is closed for longer than the hint can state is looked at again then. */
export const keepClosedUntil = (store: KeyValueStore, surveyId: string, until: number, now: number): void =>
  store.set(CLOSED_UNTIL + surveyId, pack({ until: Math.min(until, now + LONGEST_CLOSED_MS - 1) }));

/** Returns whether the hint closes a survey now: false when it is absent, over or not to be believed. */
export const isSurelyClosed = (store: KeyValueStore, surveyId: string, now: number): boolean => {
  const until = Number(unpack(store.get(CLOSED_UNTIL + surveyId)).until);
  return until > now && until - now < LONGEST_CLOSED_MS;
};
