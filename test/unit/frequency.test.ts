import { describe, expect, it } from 'vitest';
import { isDue, toClock, toNextRecord, toRecord } from '../../src/core/index.ts';

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

  it('reads what somebody else wrote under its key as nothing', () => {
    for (const stored of ['', '{', 'null', '1', '"x"', '{"asks":"many"}', '[]'])
      expect(toRecord(stored)).toEqual({ asks: 0, notBefore: {} });
  });
});
