/**
 * A stored hint that the first file reads: the time until which a frequency cap certainly blocks a survey for an anonymous respondent. With
 * the hint, a page need not fetch the rules to find this out. A hint can only block a survey, never allow it.
 */
import type { KeyValueStore } from '../browser/localStore.ts';
import { CLOSED_UNTIL } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/**
 * The maximum time that a hint may lie ahead: almost 29 days. This is less than the shortest default frequency cap after an answer or a
 * refusal, which is 30 days. A hint further ahead was written before the device's clock was set back; it is ignored, because the rules then
 * shorten the pause.
 */
export const LONGEST_CLOSED_MS = 2.5e9;

/** Stores a hint. When a survey is blocked for longer than a hint can last, the rules check the survey again after the hint has ended. */
export const keepClosedUntil = (store: KeyValueStore, surveyId: string, until: number, now: number): void =>
  store.set(CLOSED_UNTIL + surveyId, pack({ until: Math.min(until, now + LONGEST_CLOSED_MS) }));

/** Returns true when a stored hint blocks a survey now. Returns false when there is no hint, or the hint has ended or is implausible. */
export const isSurelyClosed = (store: KeyValueStore, surveyId: string, now: number): boolean => {
  const left = Number(unpack(store.get(CLOSED_UNTIL + surveyId)).until) - now;
  return left > 0 && left <= LONGEST_CLOSED_MS;
};
