/** What a device writes down of whom it has asked: a list of facts for each survey, kept apart by respondent. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { toJson } from '../browser/toJson.ts';
import type { Fact } from '../core/rules/frequency.ts';
import { toHash } from '../core/toHash.ts';
import type { Facts } from '../display/displays.ts';
import { CLOCKS } from './keys.ts';

/** With a subject in each that is more than a hundred orders or tickets. */
const MAX_FACTS = 600;

/** Where the facts of a respondent are: on the device is a hash of the id that the host gave, or nothing. */
export const toFactsKey = ({ respondent }: Facts, surveyId: string): string =>
  `${CLOCKS}${respondent.id ? toHash(respondent.id) : ''}:${surveyId}`;

/** Reads a list of facts; anything that is none is an empty one. */
export const readFacts = (store: KeyValueStore, key: string): Fact[] => {
  try {
    return JSON.parse(`${store.get(key)}`).filter(Array.isArray);
  } catch {
    // Nothing yet, or somebody else's value under our key.
    return [];
  }
};

export const writeFacts = (store: KeyValueStore, key: string, facts: readonly Fact[]): void =>
  store.set(key, toJson(facts.slice(-MAX_FACTS)));
