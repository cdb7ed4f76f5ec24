import type { ScoreletEvent } from '../../src/schema/index.ts';
import type { Seen } from './seen.ts';

/** What is different in each display: ids, times, and the hash of the wording. */
const PASSING = ['id', 'time', 'subject', 'wordingId', 'version'];

const walk = (value: unknown, where: string): Seen[] => {
  if (typeof value === 'string') return value === '' ? [] : [{ where, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${where}.${key}`));
};

/** Lists every text of events in the order in which they happened. */
export const toFacts = (events: readonly ScoreletEvent[]): Seen[] =>
  [...events]
    .sort((one, other) => one.time.localeCompare(other.time) || one.data.sequence - other.data.sequence)
    .flatMap((event, index) => {
      const known = Object.entries(event).filter(([key]) => !PASSING.includes(key));
      return known.flatMap(([key, value]) => walk(value, `event ${index} ${event.type} ${key}`));
    })
    .filter(({ where }) => !PASSING.some((key) => where.endsWith(`.${key}`) && where.endsWith(`question.${key}`)));
