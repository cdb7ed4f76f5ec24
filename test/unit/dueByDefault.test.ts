import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue } from '../../src/core/clocks.ts';
import { isDueByDefault } from '../../src/core/dueByDefault.ts';
import type { FrequencyRecord } from '../../src/core/frequency.ts';
import { toNextRecord } from '../../src/core/nextRecord.ts';
import { toTags } from '../../src/core/tags.ts';
import type { Subject, Survey } from '../../src/schema/index.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 1, 20, 23, 30);

const survey = fc
  .record(
    {
      metric: fc.constantFrom('nps', 'csat', 'ces'),
      subject: fc.constant('order'),
      scope: fc.constantFrom('relational', 'transactional'),
      touchpoint: fc.constantFrom({ id: 'checkout' }, { id: 'helpdesk' }, { id: 's1' }),
      group: fc.constantFrom('g1', 'g2'),
    },
    { requiredKeys: ['metric'] },
  )
  .map((fields) => fields as unknown as Survey);
const subject: fc.Arbitrary<Subject | undefined> = fc.option(
  fc.record({ type: fc.constant('order'), id: fc.constantFrom('1', '2') }),
  { nil: undefined },
);
const happening = fc.record({
  survey: fc.nat(3),
  /** What repeats in a row grows, so it often does. */
  outcome: fc.constantFrom('displayed', 'displayed', 'answered', 'dismissed', 'dismissed', 'snoozed', 'never'),
  subject,
  days: fc.constantFrom(0, 0.01, 1, 6, 7, 14, 29, 30, 31, 60, 84, 170),
  /** Anonymous and named records of one survey stand side by side. */
  memory: fc.nat(1),
});

describe('the clocks that every page carries', () => {
  it('say what the named clocks say of every history of a survey without rules of its own', () => {
    fc.assert(
      fc.property(
        fc.array(survey, { minLength: 1, maxLength: 4 }),
        fc.array(happening, { maxLength: 14 }),
        subject,
        fc.integer({ min: -2, max: 2 }),
        (drawn, happenings, about, off) => {
          const surveys = drawn.map((each, index) => ({ ...each, id: `s${index}` }));
          const records = new Map<string, FrequencyRecord>();
          let now = START;
          for (const { survey: index, outcome, subject: which, days, memory } of happenings) {
            now += days * DAY_MS;
            const asked = surveys[index % surveys.length] as Survey;
            const key = `${asked.id} ${memory}`;
            const before = records.get(key) ?? { tags: toTags(asked), asks: 0, marks: {}, subjects: {} };
            records.set(key, toNextRecord(before, outcome as 'displayed', which, now));
          }
          const all = [...records.values()];
          // At the moment itself, at the edges of every pause and around them.
          for (const days of [0, 7, 14, 28, 30, 56, 60, 84, 120, 168, 240, 336, 672]) {
            for (let index = 0; index < surveys.length; index++) {
              const asked = surveys[index] as Survey;
              for (const ms of [0, off]) {
                const at = now + days * DAY_MS + ms;
                expect(isDueByDefault(asked, all, about, at)).toBe(isDue(asked, all, about, at));
              }
            }
          }
        },
      ),
      { numRuns: 200, seed: 11 },
    );
  });
});
