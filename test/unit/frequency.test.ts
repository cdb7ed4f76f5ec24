import { describe, expect, it } from 'vitest';
import { type FrequencyRecord, isDue, toClock, toNextRecord, toRecord } from '../../src/core/index.ts';

const DAY = 86_400_000;
const order = (id: string) => ({ type: 'order', id });

describe('how often somebody is asked', () => {
  it.each([
    ['answered', 84],
    ['dismissed', 30],
    ['snoozed', 7],
  ] as const)('after "%s" not again for %i days', (outcome, days) => {
    const record = toNextRecord(toNextRecord(toRecord(undefined), 'displayed', '', 0), outcome, '', 0);
    expect(isDue(record, undefined, days * DAY - 1)).toBe(false);
    expect(isDue(record, undefined, days * DAY + 1)).toBe(true);
  });

  it('a prompt that was only seen comes back', () => {
    expect(isDue(toNextRecord(toRecord(undefined), 'displayed', '', 0), undefined, 1)).toBe(true);
  });

  it('is once for each subject, unless it was put off', () => {
    let record = toNextRecord(toRecord(undefined), 'displayed', toClock(order('1')), 0);
    record = toNextRecord(record, 'dismissed', toClock(order('1')), 0);
    expect(isDue(record, order('1'), 4000 * DAY)).toBe(false);
    expect(isDue(record, order('2'), 0)).toBe(true);
    record = toNextRecord(record, 'snoozed', toClock(order('2')), 0);
    expect(isDue(record, order('2'), 8 * DAY)).toBe(true);
  });

  it('takes a bounded place however many subjects there are', () => {
    let record = toNextRecord(toRecord(undefined), 'displayed', '', 0);
    for (let i = 0; i < 500; i++) record = toNextRecord(record, 'answered', toClock(order(`${i}`)), i);
    expect(Object.keys(record.notBefore)).toHaveLength(50);
    expect(isDue(record, order('499'), 1000)).toBe(false);
  });

  it('after "never" is not at all: about nothing, for ever, whatever happens and however many subjects there are', () => {
    const stored = (record: FrequencyRecord) => toRecord(JSON.stringify(record));
    let record = toNextRecord(toRecord(undefined), 'displayed', '', 0);
    record = stored(toNextRecord(record, 'never', '', 0));
    for (let i = 0; i < 500; i++) {
      expect(isDue(record, order(`${i}`), i * DAY)).toBe(false);
      const outcome = (['displayed', 'answered', 'snoozed', 'dismissed', 'completed'] as const)[i % 5] ?? 'viewed';
      record = stored(toNextRecord(record, outcome, toClock(order(`${i}`)), i));
    }
    expect(isDue(record, undefined, 8e15)).toBe(false);
    expect(isDue(record, order('new'), 8e15)).toBe(false);
  });

  it('after "never" to one subject is not about another, and the clocks stay as they are', () => {
    const before = toNextRecord(toNextRecord(toRecord(undefined), 'displayed', '', 0), 'snoozed', '', 0);
    const after = toNextRecord(before, 'never', toClock(order('1')), 0);
    expect(isDue(after, order('2'), 1)).toBe(false);
    expect(after).toEqual({ ...before, never: true });
  });

  it('remembers what was said where nobody said that it was displayed', () => {
    for (const outcome of ['never', 'completed', 'dismissed'] as const) {
      const record = toRecord(JSON.stringify(toNextRecord(toRecord(undefined), outcome, '', 0)));
      expect(isDue(record, undefined, 1), outcome).toBe(false);
    }
  });

  it('reads what somebody else wrote under its key as nothing', () => {
    for (const stored of ['', '{', 'null', '1', '"x"', '{"asks":"many"}', '[]'])
      expect(toRecord(stored)).toEqual({ asks: 0, notBefore: {} });
  });
});
