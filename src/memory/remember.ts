/** Writes down on the device what became of a display. */
import { isScored, type NormalSurvey } from '../core/session/normalSurvey.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import type { DisplayEnvironment } from '../display/displays.ts';
import { readFacts, toFactsKey, writeFacts } from './facts.ts';
import { CLOSED } from './keys.ts';
import type { EventName, Subject } from '../schema/index.ts';

/** The default clocks keep at least so far from an answer and from a dismissal: almost 29 days. */
const SHORTEST_PAUSE_MS = 2.5e9;

export const remember = (
  { store, now, facts }: DisplayEnvironment,
  { id, questions, scope, touchpoint, group }: NormalSurvey,
  outcome: EventName | 'never',
  subject: Subject | undefined,
): void => {
  // What else happens is no outcome.
  if (/^(v|l|f|sk)/.test(outcome)) return;
  const key = toFactsKey(facts, id);
  const at = now();
  writeFacts(store, key, [
    ...readFacts(store, key),
    [
      outcome as 'answered',
      at,
      subject && toSubjectKey(subject),
      questions.find(isScored)?.type,
      scope,
      touchpoint?.id,
      group,
    ],
  ]);
  // The next pages need not fetch the rules to learn that.
  if (/^[ac]|m/.test(outcome) && !facts.respondent.id) store.set(CLOSED + id, `${at + SHORTEST_PAUSE_MS}`);
};
