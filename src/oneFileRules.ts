/**
 * The default clocks where there is one file only, in a fraction of the bytes: what `core/clocks.ts` and `core/frequency.ts` say of surveys
 * without rules of their own. A property test holds them together. Never an agent in a customer's place.
 */

import type { KeyValueStore } from './browser/localStore.ts';
import type { Fact } from './core/frequency.ts';
import { toSubjectKey } from './core/subjectKey.ts';
import type { Facts } from './display.ts';
import { readFacts, toFactsKey } from './facts.ts';
import type { Subject, Survey } from './schema/index.ts';

/** Where and about what a survey asks: of two that say the same the clocks are longer. */
const toKin = (survey: Survey): string => {
  const {
    id,
    metric,
    questions = [],
    scope,
    subject,
    touchpoint,
  } = survey as Survey & {
    metric?: string;
    questions?: readonly { type: string }[];
  };
  const type = metric ?? questions.find((each) => /^(nps|csat|ces|rat)/.test(each.type))?.type;
  const transactional = scope ? scope[0] === 't' : subject || /^c/.test(`${type}`);
  return transactional ? `${touchpoint?.id ?? id}` : '';
};

/** Says whether a list of facts lets a survey be shown. */
const isQuiet = (list: readonly Fact[], own: boolean, kin: string, id: string, about: string | false, now: number) => {
  let [displays, noes, laters] = [0, 0, 0];
  return list.every(([outcome, at, subject, , scope, touchpoint], index) => {
    /** What came before an answer is made good by it. */
    const isPassed = (by: RegExp) => list.slice(index + 1).some(([later]) => by.test(later));
    const same = kin ? (touchpoint ?? id) === kin : scope === 'relational';
    const pause = same ? (kin ? 30 : 84) : 0;
    const date = new Date(Math.min(at, now));
    const isPast = (days: number) => !days || date.setDate(date.getDate() + days) <= now;
    const grown = (count: number) => Math.min(2 ** count, 8);
    switch (outcome) {
      case 'displayed':
        return isPast(own ? (++displays < 5 || isPassed(/^(ans|com|dism)/) ? 0 : 84) : pause || 14);
      case 'snoozed':
        return isPast(own && !isPassed(/^(ans|com)/) ? 7 * grown(laters++) : 0);
      case 'never':
        return !own;
      default:
        displays = 0;
        if (own && about && subject === about) return false;
        if (outcome === 'dismissed') return isPassed(/^(ans|com)/) || isPast(pause * grown(noes++));
        return isPast(pause);
    }
  });
};

/** Says whether a survey may be shown now, about this subject if it has one. */
export const isDueByDefault = (
  store: KeyValueStore,
  facts: Facts,
  survey: Survey,
  subject: Subject | undefined,
  now: number,
): boolean => {
  const kin = toKin(survey);
  const prefix = toFactsKey(facts, '');
  const about = !!kin && !!subject && toSubjectKey(subject);
  return (
    facts.respondent.role !== 'agent' &&
    store.keys(prefix).every((key) => {
      const id = key.slice(prefix.length);
      return isQuiet(readFacts(store, key), id === survey.id, kin, id, about, now);
    })
  );
};
