import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalStore } from '../../src/browser/localStore.ts';
import { type Fact, isDue, toRecord, toSubjectKey, toTags } from '../../src/core/index.ts';
import { toFactsKey, writeFacts } from '../../src/facts.ts';
import { isDueByDefault } from '../../src/oneFileRules.ts';
import type { Subject, Survey } from '../../src/schema/index.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 15, 12);

const SURVEYS: readonly Survey[] = [
  { id: 'a', metric: 'nps' },
  { id: 'b', metric: 'nps' },
  { id: 'c', metric: 'csat' },
  { id: 'd', metric: 'ces', touchpoint: { id: 'desk' } },
  { id: 'e', metric: 'nps', subject: 'order', touchpoint: { id: 'desk' } },
  { id: 'f', questions: [{ type: 'text' }, { type: 'nps' }], scope: 'transactional' } as Survey,
];
const subjects: readonly (Subject | undefined)[] = [undefined, { type: 'order', id: '1' }, { type: 'order', id: '2' }];

const facts = fc.array(
  fc.record({
    // Mostly the same few, so that something happens often in a row.
    survey: fc.oneof(fc.constantFrom(0, 0, 0, 4), fc.integer({ min: 0, max: SURVEYS.length - 1 })),
    subject: fc.integer({ min: 0, max: 2 }),
    outcome: fc.constantFrom(
      'displayed',
      'displayed',
      'displayed',
      'displayed',
      'answered',
      'completed',
      'dismissed',
      'snoozed',
      'never',
    ),
    day: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 16 },
);

describe('the default clocks of the one file', () => {
  it('say the same as those of the rules, whatever happened', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 0, max: 2 }), (list, day, about) => {
        const store = createLocalStore('scorelet:');
        const who = { respondent: {}, context: {}, consent: 'granted' as const };
        const bySurvey = new Map<Survey, Fact[]>();
        for (const { survey, subject, outcome, day: at } of [...list].sort((a, b) => a.day - b.day)) {
          const definition = SURVEYS[survey] as Survey;
          const [, , metric, scope] = toTags(definition).map((tag) => tag.replace(/^\w+:/, ''));
          const key = subjects[subject] && toSubjectKey(subjects[subject] as Subject);
          const fact = [outcome, START + at * DAY_MS, key, metric, scope, definition.touchpoint?.id] as unknown as Fact;
          bySurvey.set(definition, [...(bySurvey.get(definition) ?? []), fact]);
        }
        const now = START + day * DAY_MS;
        for (const [{ id }, all] of bySurvey) writeFacts(store, toFactsKey(who, id), all);
        const records = [...bySurvey].map(([{ id }, all]) => toRecord(id, all, now));
        for (const survey of SURVEYS) {
          const subject = survey.subject ? subjects[about] : undefined;
          expect(isDueByDefault(store, who, survey, subject, now), survey.id).toBe(
            isDue(survey, records, subject, now),
          );
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('never ask an agent', () => {
    const who = { respondent: { role: 'agent' }, context: {}, consent: 'granted' as const };
    expect(isDueByDefault(createLocalStore('x'), who, SURVEYS[0] as Survey, undefined, START)).toBe(false);
  });
});
