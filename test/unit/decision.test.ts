import { describe, expect, it } from 'vitest';
import { toDecision } from '../../src/core/rules/decision.ts';
import { toOutcome } from '../../src/core/rules/toOutcome.ts';
import { DISMISS_REASONS, type DismissReason } from '../../src/schema/event.ts';

describe('a decision whether to show a survey', () => {
  it('is open when every gate is open', () => {
    expect(toDecision([])).toEqual({ open: true, gates: [], opensAt: undefined });
    expect(toDecision([{ gate: 'url', open: true }])).toEqual({ open: true, gates: [], opensAt: undefined });
  });

  it('lists the closed gates in order, without the values that the gates compared', () => {
    const value = { value: 'phone', wanted: ['desktop'] };
    expect(
      toDecision([
        { gate: 'url', open: true },
        { gate: 'device', open: false, ...value },
        { gate: 'clock', name: 'any', open: false, opensAt: 5 },
      ]),
    ).toEqual({
      open: false,
      gates: [
        { gate: 'device', name: undefined, opensAt: undefined },
        { gate: 'clock', name: 'any', opensAt: 5 },
      ],
      opensAt: undefined,
    });
  });

  it('opens at the latest time of its closed gates, if each of them states a time', () => {
    const clock = (opensAt: number) => ({ gate: 'clock' as const, open: false, opensAt });
    expect(toDecision([clock(5), clock(7)])).toMatchObject({ opensAt: 7 });
    expect(toDecision([clock(5), clock(Number.POSITIVE_INFINITY)])).toMatchObject({
      opensAt: Number.POSITIVE_INFINITY,
    });
  });
});

describe('the outcome of a dismissal', () => {
  const dismissed = (reason: DismissReason, answeredCount = 0) =>
    toOutcome({ type: 'dismissed', reason, answeredCount });

  it('is recorded when the respondent closes the prompt, and not recorded when the page closes it', () => {
    expect(DISMISS_REASONS.map((reason) => [reason, dismissed(reason)])).toEqual([
      ['close_button', 'dismissed'],
      ['escape', 'dismissed'],
      ['never', 'never'],
      ['outside', 'dismissed'],
      ['removed', undefined],
      ['replaced', undefined],
      ['api', undefined],
      ['route_change', undefined],
      ['expired', undefined],
    ]);
  });

  it('is not recorded after an answer, except for "Don’t ask again"', () => {
    expect(dismissed('close_button', 1)).toBeUndefined();
    expect(dismissed('never', 1)).toBe('never');
  });

  it('is undefined for other changes that are not recorded, such as "viewed"', () => {
    expect(toOutcome({ type: 'viewed' })).toBeUndefined();
    expect(toOutcome({ type: 'drawn' })).toBeUndefined();
    expect(toOutcome({ type: 'displayed' })).toBe('displayed');
  });
});
