import { describe, expect, it } from 'vitest';
import {
  type DisplayRecord,
  type FrequencySummary,
  isDisplayRecord,
  isDue,
  notInFuture,
  type Outcome,
  toClocks,
  toSubjectKey,
  toSummary,
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

/** Converts displays to summaries of a survey's history. A display is `[survey, day, outcomes, subject]`. */
const play = (...displays: [Survey, number, Outcome[], Subject?][]): FrequencySummary[] => {
  const records = new Map<string, DisplayRecord[]>();
  for (const [survey, day, outcomes, subject] of displays) {
    const { survey: id, ...tags } = toTags(survey);
    for (const outcome of ['displayed' as const, ...outcomes]) {
      const record = { outcome, at: onDay(day), subject: subject && toSubjectKey(subject), ...tags };
      records.set(id, [...(records.get(id) ?? []), record]);
    }
  }
  return [...records].map(([id, list]) => toSummary(id, list));
};

/** Returns the first whole day on which a survey is due; infinity if it never is. */
const dueOn = (survey: Survey, records: FrequencySummary[], subject?: Subject): number => {
  for (let day = 0; day < 4000; day++) if (isDue(survey, records, subject, onDay(day))) return day;
  return Number.POSITIVE_INFINITY;
};

describe('the frequency caps', () => {
  it('allow one relational survey every twelve weeks, counting all relational surveys together', () => {
    expect(dueOn(nps, play([nps, 0, ['answered', 'completed']]))).toBe(84);
    expect(dueOn(other, play([nps, 0, ['answered']]))).toBe(84);
    expect(dueOn(other, play([nps, 0, []]))).toBe(84);
  });

  it('keep two weeks between any two surveys, even when the respondent ignored the first', () => {
    expect(dueOn(ces, play([nps, 0, []]))).toBe(14);
    expect(dueOn(nps, play([ces, 0, ['answered']]))).toBe(14);
  });

  it('let an ignored survey appear again five times, then pause the survey for twelve weeks', () => {
    const times = (n: number) => play(...Array.from({ length: n }, (): [Survey, number, Outcome[]] => [nps, 0, []]));
    expect(dueOn(nps, times(4))).toBe(0);
    expect(dueOn(nps, times(5))).toBe(84);
  });

  it('allow a different subject at the same touchpoint after 30 days, and never the same subject again', () => {
    const records = play([perOrder, 0, ['answered'], order('1')]);
    expect(dueOn(perOrder, records, order('2'))).toBe(30);
    expect(dueOn(perOrder, records, order('1'))).toBe(Number.POSITIVE_INFINITY);
    const elsewhere: Survey = { ...ces, id: 'elsewhere', touchpoint: { id: 'desk' } };
    const desk: Survey = { ...ces, touchpoint: { id: 'desk' } };
    expect(dueOn(elsewhere, play([desk, 0, ['dismissed']]))).toBe(30);
  });

  it('double the pause with each dismissal, up to eight times the first pause, until the respondent answers', () => {
    const no = (n: number) =>
      play(...Array.from({ length: n }, (): [Survey, number, Outcome[]] => [nps, 0, ['dismissed']]));
    expect([1, 2, 3, 4, 5, 6].map((n) => dueOn(nps, no(n)))).toEqual([84, 168, 336, 672, 672, 672]);
    expect(dueOn(nps, play([nps, 0, ['dismissed']], [nps, 0, ['dismissed']], [nps, 0, ['answered']]))).toBe(84);
  });

  it('pause a survey for a week after "Ask me later", and for two weeks after the second "Ask me later"', () => {
    expect(dueOn(nps, play([nps, 0, ['snoozed']]))).toBe(7);
    expect(dueOn(nps, play([nps, 0, ['snoozed']], [nps, 0, ['snoozed']]))).toBe(14);
  });

  it('allow a subject again after the respondent chose "Ask me later"', () => {
    expect(dueOn(perOrder, play([perOrder, 0, ['snoozed'], order('1')]), order('1'))).toBe(7);
  });

  it('allow the same subject again when the survey states a shorter period', () => {
    const again: Survey = {
      ...perOrder,
      frequency: { clocks: { subject: { per: 'subject', answered: '3d' }, touchpoint: false } },
    };
    expect(dueOn(again, play([again, 0, ['answered'], order('1')]), order('1'))).toBe(3);
    expect(dueOn(again, play([again, 0, ['answered'], order('1')]), order('2'))).toBe(0);
  });

  it('apply each frequency cap independently of the others', () => {
    const clocks = { month: { per: 'metric', answered: '1mo' }, week: { per: 'group', dismissed: '1w' } } as const;
    const off = { relational: false, any: false, snooze: false, ignored: false } as const;
    const a: Survey = { id: 'a', metric: 'nps', group: 'g', frequency: { clocks: { ...off, ...clocks } } };
    const b: Survey = { id: 'b', metric: 'csat', group: 'g', frequency: { clocks: { ...off, ...clocks } } };
    expect(dueOn(a, play([other, 0, ['answered']]))).toBe(30);
    expect(dueOn(a, play([other, 0, ['dismissed']]))).toBe(0);
    expect(dueOn(a, play([b, 0, ['dismissed']]))).toBe(7);
    expect(dueOn(a, play([b, 0, ['answered']]))).toBe(0);
  });

  it('limit how often an unanswered survey is shown', () => {
    const survey: Survey = {
      ...nps,
      frequency: { clocks: { most: { per: 'survey', displayed: 'ever', times: 2 }, ignored: false } },
    };
    expect(dueOn(survey, play([survey, 0, []]))).toBe(0);
    expect(dueOn(survey, play([survey, 0, []], [survey, 0, []]))).toBe(Number.POSITIVE_INFINITY);
  });

  it('last until the visit ends when their period is "visit"', () => {
    const survey: Survey = { ...ces, frequency: { clocks: { any: { per: 'all', displayed: 'visit' } } } };
    const records = play([nps, 0, []]);
    expect(isDue(survey, records, undefined, onDay(0) + 1, onDay(0) - 1)).toBe(false);
    expect(isDue(survey, records, undefined, onDay(0) + 2, onDay(0) + 1)).toBe(true);
  });

  it('follow the calendar: a cap ends at the same time of day across a daylight saving change, and on the last day of a shorter month', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Europe/Berlin';
    try {
      const survey = (answered: string): Survey => ({
        ...nps,
        frequency: { clocks: { relational: { per: 'survey', answered } } },
      });
      const answeredAt = (at: Date) => [toSummary('nps', [{ outcome: 'answered', at: +at, metric: 'nps' }])];
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

  it('count the newest 500 subjects', () => {
    const many = Array.from({ length: 600 }, (_, i): [Survey, number, Outcome[], Subject] => [
      perOrder,
      0,
      ['answered'],
      order(`${i}`),
    ]);
    const records = play(...many);
    const subjects = records[0]?.subjects ?? new Map();
    expect(subjects.size).toBe(500);
    expect(dueOn(perOrder, records, order('599'))).toBe(Number.POSITIVE_INFINITY);
    expect(dueOn(perOrder, records, order('100'))).toBe(Number.POSITIVE_INFINITY);
    expect(JSON.stringify([...subjects]).length).toBeLessThan(50_000);
  });

  it('never allow the survey again, for any subject, after "Don\'t ask again"', () => {
    const records = play(
      [perOrder, 0, ['never'], order('1')],
      [perOrder, 1, ['answered'], order('2')],
      [perOrder, 2, ['snoozed']],
    );
    for (const subject of [undefined, order('1'), order('3')])
      expect(dueOn(perOrder, records, subject)).toBe(Number.POSITIVE_INFINITY);
    expect(dueOn({ ...perOrder, id: 'another' }, records)).toBeLessThan(100);
  });

  it('drops stored entries that are not valid records', () => {
    const strange = [
      undefined,
      null,
      5,
      [],
      ['answered', START],
      {},
      { outcome: 'shown', at: START },
      { outcome: 'viewed', at: START },
      { outcome: 'constructor', at: START },
      { outcome: 'answered', at: 'then' },
      { outcome: 'answered', at: -1 },
      { outcome: 'answered', at: Number.POSITIVE_INFINITY },
    ];
    expect(strange.filter(isDisplayRecord)).toEqual([]);
    expect(isDisplayRecord({ outcome: 'completed', at: START })).toBe(true);
  });

  it('treat a record with a time in the future as recorded now', () => {
    expect(
      dueOn(nps, [toSummary('nps', notInFuture([{ outcome: 'answered', at: onDay(4000), metric: 'nps' }], START))]),
    ).toBe(84);
  });

  it('have named defaults, which a survey can remove', () => {
    expect(Object.keys(toClocks(nps))).toEqual(['relational', 'any', 'snooze', 'ignored']);
    expect(Object.keys(toClocks(perOrder))).toEqual(['subject', 'touchpoint', 'any', 'snooze', 'ignored']);
    const free: Survey = { ...nps, frequency: { clocks: { relational: false } } };
    expect(dueOn(free, play([nps, 0, ['answered']]))).toBe(0);
  });
});
