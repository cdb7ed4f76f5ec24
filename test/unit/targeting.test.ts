import { describe, expect, it } from 'vitest';
import { type Gate, toGates, type World } from '../../src/core/rules/gates.ts';
import { isRoleWelcome } from '../../src/core/rules/isRoleWelcome.ts';
import { isCountedFor, type SurveyTags } from '../../src/core/rules/tags.ts';
import type { Survey } from '../../src/schema/index.ts';

const world = (given: Partial<World>): World => ({
  now: Date.UTC(2026, 5, 1),
  url: 'https://shop.example/',
  device: 'desktop',
  languages: ['en'],
  referrer: 'direct',
  respondent: {},
  summaries: [],
  visitBegan: 0,
  bucketOf: () => 0,
  isHistoryKnown: true,
  ...given,
});

const gateOf = (name: Gate['gate'], targeting: Survey['targeting'], given: Partial<World>): boolean | undefined =>
  toGates({ id: 'a', metric: 'nps', targeting } as Survey, {}, world(given)).find(({ gate }) => gate === name)?.open;

describe('a targeted language', () => {
  it.each<[wanted: string, language: string, isOpen: boolean]>([
    ['fi', 'fi', true],
    ['fi', 'fi-FI', true],
    ['FI', 'fi-FI', true],
    ['fi', 'FI-FI', true],
    ['fi', 'fil', false],
    ['fi', 'fil-PH', false],
    ['fil', 'fi', false],
    ['de-AT', 'de-AT', true],
    ['de-AT', 'de', false],
    ['de-A', 'de-AT', false],
    ['zh-Hant', 'zh-Hant-HK', true],
  ])('"%s" takes "%s": %s', (wanted, language, isOpen) => {
    expect(gateOf('locale', { locales: [wanted] }, { languages: [language] })).toBe(isOpen);
    expect(gateOf('locale', { locales: ['x', wanted] }, { languages: ['y', language] })).toBe(isOpen);
  });
});

describe('a targeted role', () => {
  it.each<[role: string | undefined, roles: readonly string[] | undefined, isWelcome: boolean]>([
    ['agent', ['agent'], true],
    ['agent', undefined, false],
    ['agent-trainee', undefined, true],
    ['agent-trainee', ['agent'], false],
    ['agent', ['agent-trainee'], false],
    [undefined, ['agent'], false],
    [undefined, undefined, true],
    ['agent', [], false],
  ])('%j is welcome to a survey for %j: %s', (role, roles, isWelcome) => {
    expect(isRoleWelcome(role, roles)).toBe(isWelcome);
    expect(gateOf('role', roles && { roles: [...roles] }, { respondent: { role } })).toBe(isWelcome);
  });
});

describe('a clock', () => {
  const tags = (changes: Partial<SurveyTags>): SurveyTags => ({
    survey: 'a',
    metric: 'nps',
    scope: 'relational',
    touchpoint: 'a',
    group: undefined,
    ...changes,
  });

  it.each(['group', 'touchpoint', 'metric', 'survey'] as const)('per %s counts only the very same name', (per) => {
    for (const [mine, other, isCounted] of [
      ['g1', 'g1', true],
      ['g1', 'g11', false],
      ['g11', 'g1', false],
    ] as const)
      expect(isCountedFor(per, tags({ [per]: mine }), tags({ [per]: other })), `${mine} ${other}`).toBe(isCounted);
  });

  it('per group counts nothing for surveys without a group', () => {
    expect(isCountedFor('group', tags({}), tags({}))).toBe(false);
  });
});
