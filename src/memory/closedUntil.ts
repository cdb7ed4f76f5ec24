/**
 * A stored hint that the first file reads: the time until which a frequency cap certainly blocks a survey for an anonymous respondent. With
 * the hint, a page need not fetch the rules to find this out. A hint can only block a survey, never allow it.
 */
import type { KeyValueStore } from '../browser/localStore.ts';
import { CLOSED_UNTIL } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/**
 * The maximum time that a hint may lie ahead. It is longer than any default frequency cap. A hint further ahead was written while the
 * device's clock was wrong; it is ignored, because it would disable the survey for ever.
 */
const LONGEST_CLOSED_MS = 7e10;

/** Almost 29 days. This is less than the shortest default frequency cap after an answer or a refusal, which is 30 days. */
export const SHORTEST_PAUSE_MS = 2.5e9;

/** Stores a hint. When a survey is blocked for longer than a hint can last, the rules check the survey again after the hint has ended. */
export const keepClosedUntil = (store: KeyValueStore, surveyId: string, until: number, now: number): void =>
  store.set(CLOSED_UNTIL + surveyId, pack({ until: Math.min(until, now + LONGEST_CLOSED_MS - 1) }));

/** Returns true when a stored hint blocks a survey now. Returns false when there is no hint, or the hint has ended or is implausible. */
export const isSurelyClosed = (store: KeyValueStore, surveyId: string, now: number): boolean => {
  const until = Number(unpack(store.get(CLOSED_UNTIL + surveyId)).until);
  return until > now && until - now < LONGEST_CLOSED_MS;
};
