import { describe, expect, it } from 'vitest';
import {
  type Fact,
  type FrequencyRecord,
  isDue,
  type Outcome,
  toClocks,
  toRecord,
  toSubjectKey,
  toTags,
} from '../../src/core/index.ts';
import type { Subject, Survey } from '../../src/schema/index.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 5, 1, 12);
const onDay = (days: number) => START + days * DAY;
const order = (id: string) => ({ type: 'order', id });
const nps: Survey = { id: 'nps', metric: 'nps' };
const other: Survey = { id: 'other', metric: 'nps' };
const ces: Survey = { id: 'ces', metric: 'ces' };
const perOrder: Survey = { id: 'order', metric: 'nps', subject: 'order' };

/** Plays displays: `[survey, day, outcomes, subject]`. */
const play = (...displays: [Survey, number, Outcome[], Subject?][]): FrequencyRecord[] => {
  const facts = new Map<string, Fact[]>();
  for (const [survey, day, outcomes, subject] of displays) {
    const [, , metric, scope, touchpoint, group] = toTags(survey).map((tag) => tag.replace(/^\w+:/, ''));
    for (const outcome of ['displayed' as const, ...outcomes]) {
      const fact: Fact = [outcome, onDay(day), subject && toSubjectKey(subject), metric, scope, touchpoint, group];
      facts.set(survey.id, [...(facts.get(survey.id) ?? []), fact]);
    }
  }
  return [...facts].map(([id, list]) => toRecord(id, list, Number.MAX_SAFE_INTEGER));
};

/** The first day on which it is due, looked for by whole days; infinity if it never is. */
const dueOn = (survey: Survey, records: FrequencyRecord[], subject?: Subject): number => {
  for (let day = 0; day < 4000; day++) if (isDue(survey, records, subject, onDay(day))) return day;
  return Number.POSITIVE_INFINITY;
};

describe('how often somebody is asked', () => {
  it('is every twelve weeks about the whole of a relation, whichever survey asked', () => {
    expect(dueOn(nps, play([nps, 0, ['answered', 'completed']]))).toBe(84);
    expect(dueOn(other, play([nps, 0, ['answered']]))).toBe(84);
    expect(dueOn(other, play([nps, 0, []]))).toBe(84);
  });

  it('is not within two weeks of any other survey, though that was only seen', () => {
    expect(dueOn(ces, play([nps, 0, []]))).toBe(14);
    expect(dueOn(nps, play([ces, 0, ['answered']]))).toBe(14);
  });

  it('comes back when it was only seen, five times, and then rests', () => {
    const times = (n: number) => play(...Array.from({ length: n }, (): [Survey, number, Outcome[]] => [nps, 0, []]));
    expect(dueOn(nps, times(4))).toBe(0);
    expect(dueOn(nps, times(5))).toBe(84);
  });

  it('is once a month at the same touchpoint, about another subject, and never twice about the same', () => {
    const records = play([perOrder, 0, ['answered'], order('1')]);
    expect(dueOn(perOrder, records, order('2'))).toBe(30);
    expect(dueOn(perOrder, records, order('1'))).toBe(Number.POSITIVE_INFINITY);
    const elsewhere: Survey = { ...ces, id: 'elsewhere', touchpoint: { id: 'desk' } };
    const desk: Survey = { ...ces, touchpoint: { id: 'desk' } };
    expect(dueOn(elsewhere, play([desk, 0, ['dismissed']]))).toBe(30);
  });

  it('waits longer each time that somebody says no, up to eight times, and an answer makes an end of it', () => {
    const no = (n: number) =>
      play(...Array.from({ length: n }, (): [Survey, number, Outcome[]] => [nps, 0, ['dismissed']]));
    expect([1, 2, 3, 4, 5, 6].map((n) => dueOn(nps, no(n)))).toEqual([84, 168, 336, 672, 672, 672]);
    expect(dueOn(nps, play([nps, 0, ['dismissed']], [nps, 0, ['dismissed']], [nps, 0, ['answered']]))).toBe(84);
  });

  it('waits a week after "later", and twice as long after the next', () => {
    expect(dueOn(nps, play([nps, 0, ['snoozed']]))).toBe(7);
    expect(dueOn(nps, play([nps, 0, ['snoozed']], [nps, 0, ['snoozed']]))).toBe(14);
  });

  it('asks again about what was put off', () => {
    expect(dueOn(perOrder, play([perOrder, 0, ['snoozed'], order('1')]), order('1'))).toBe(7);
  });

  it('asks about a reopened ticket when the survey says so', () => {
    const again: Survey = {
      ...perOrder,
      frequency: { clocks: { subject: { per: 'subject', answered: '3d' }, touchpoint: false } },
    };
    expect(dueOn(again, play([again, 0, ['answered'], order('1')]), order('1'))).toBe(3);
    expect(dueOn(again, play([again, 0, ['answered'], order('1')]), order('2'))).toBe(0);
  });

  it('goes by clocks that know nothing of each other', () => {
    const clocks = { month: { per: 'metric', answered: '1mo' }, week: { per: 'group', dismissed: '1w' } } as const;
    const off = { relational: false, any: false, snooze: false, ignored: false } as const;
    const a: Survey = { id: 'a', metric: 'nps', group: 'g', frequency: { clocks: { ...off, ...clocks } } };
    const b: Survey = { id: 'b', metric: 'csat', group: 'g', frequency: { clocks: { ...off, ...clocks } } };
    expect(dueOn(a, play([other, 0, ['answered']]))).toBe(30);
    expect(dueOn(a, play([other, 0, ['dismissed']]))).toBe(0);
    expect(dueOn(a, play([b, 0, ['dismissed']]))).toBe(7);
    expect(dueOn(a, play([b, 0, ['answered']]))).toBe(0);
  });

  it('shows until it was answered, at most so often', () => {
    const survey: Survey = {
      ...nps,
      frequency: { clocks: { most: { per: 'survey', displayed: 'ever', times: 2 }, ignored: false } },
    };
    expect(dueOn(survey, play([survey, 0, []]))).toBe(0);
    expect(dueOn(survey, play([survey, 0, []], [survey, 0, []]))).toBe(Number.POSITIVE_INFINITY);
  });

  it('waits until the visit is over', () => {
    const survey: Survey = { ...ces, frequency: { clocks: { any: { per: 'all', displayed: 'visit' } } } };
    const records = play([nps, 0, []]);
    expect(isDue(survey, records, undefined, onDay(0) + 1, onDay(0) - 1)).toBe(false);
    expect(isDue(survey, records, undefined, onDay(0) + 2, onDay(0) + 1)).toBe(true);
  });

  it('goes by the calendar: the same time of day after summer time, and the last of a shorter month', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Europe/Berlin';
    try {
      const survey = (answered: string): Survey => ({
        ...nps,
        frequency: { clocks: { relational: { per: 'survey', answered } } },
      });
      const answeredAt = (at: Date) => [toRecord('nps', [['answered', +at, null, 'nps', 'relational']], +at)];
      // Clocks go forward on 29 March 2026.
      const march = answeredAt(new Date(2026, 2, 28, 9));
      expect(isDue(survey('1d'), march, undefined, +new Date(2026, 2, 29, 9))).toBe(true);
      expect(isDue(survey('1d'), march, undefined, +new Date(2026, 2, 29, 9) - 1)).toBe(false);
      const january = answeredAt(new Date(2026, 0, 31, 9));
      expect(isDue(survey('1mo'), january, undefined, +new Date(2026, 1, 28, 9))).toBe(true);
      expect(isDue(survey('1mo'), january, undefined, +new Date(2026, 1, 28, 9) - 1)).toBe(false);
      expect(isDue(survey('1y'), january, undefined, +new Date(2027, 0, 31, 9))).toBe(true);
    } finally {
      process.env.TZ = zone;
    }
  });

  it('takes a bounded place however many subjects there are, and remembers the newest', () => {
    const many = Array.from({ length: 600 }, (_, i): [Survey, number, Outcome[], Subject] => [
      perOrder,
      0,
      ['answered'],
      order(`${i}`),
    ]);
    const records = play(...many);
    expect(Object.keys(records[0]?.subjects ?? {})).toHaveLength(500);
    expect(dueOn(perOrder, records, order('599'))).toBe(Number.POSITIVE_INFINITY);
    expect(dueOn(perOrder, records, order('100'))).toBe(Number.POSITIVE_INFINITY);
    expect(JSON.stringify(records).length).toBeLessThan(50_000);
  });

  it('after "never" is not at all: about nothing, for ever, whatever else happens', () => {
    const records = play(
      [perOrder, 0, ['never'], order('1')],
      [perOrder, 1, ['answered'], order('2')],
      [perOrder, 2, ['snoozed']],
    );
    for (const subject of [undefined, order('1'), order('3')])
      expect(dueOn(perOrder, records, subject)).toBe(Number.POSITIVE_INFINITY);
    expect(dueOn({ ...perOrder, id: 'another' }, records)).toBeLessThan(100);
  });

  it('reads what is no fact as nothing', () => {
    const strange = [[], [1], ['shown', START], ['answered', 'then'], ['answered', -1]] as unknown as Fact[];
    expect(toRecord('nps', strange, START)).toEqual(toRecord('nps', [], START));
  });

  it('is not put off for years by a clock that was ahead for a moment', () => {
    expect(dueOn(nps, [toRecord('nps', [['answered', onDay(4000), null, 'nps', 'relational']], START)])).toBe(84);
  });

  it('has a reason for each default clock, and takes away what a survey takes away', () => {
    expect(Object.keys(toClocks(nps))).toEqual(['relational', 'any', 'snooze', 'ignored']);
    expect(Object.keys(toClocks(perOrder))).toEqual(['subject', 'touchpoint', 'any', 'snooze', 'ignored']);
    const free: Survey = { ...nps, frequency: { clocks: { relational: false } } };
    expect(dueOn(free, play([nps, 0, ['answered']]))).toBe(0);
  });
});
