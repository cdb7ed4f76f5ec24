import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/api/options.ts';
import type { Gate } from '../../src/core/rules/gates.ts';
import { toClockRule, toGateName, toReason, toWords } from '../../src/core/rules/gateWords.ts';
import { GATES } from '../../src/schema/event.ts';
import type { Clock, GateName } from '../../src/schema/index.ts';
import { toVerdict } from '../../widgets/debug/verdict.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY_MS = 86_400_000;
const ANY: Clock = { per: 'all', displayed: '14d' };

/** Open and closed examples of every gate. */
const CASES: { readonly [name in GateName]: readonly Omit<Gate, 'gate'>[] } = {
  definition: [{ open: true }, { open: false }],
  mode: [
    { open: true, value: 'live' },
    { open: true, value: 'test' },
    { open: true, value: 'preview' },
    { open: false, value: 'off' },
  ],
  url: [
    { open: true, value: 'https://shop.example/' },
    { open: true, value: 'https://shop.example/order/1', wanted: { url: ['/order/*'] } },
    { open: false, value: 'https://shop.example/', wanted: { url: ['/order/*', '/help'], notUrl: ['/order/test'] } },
  ],
  device: [
    { open: true, value: 'phone' },
    { open: true, value: 'phone', wanted: ['phone', 'tablet'] },
    { open: false, value: 'desktop', wanted: ['phone'] },
  ],
  locale: [
    { open: true, value: ['fr-CA'] },
    { open: true, value: ['fr-CA', 'en'], wanted: ['fr'] },
    { open: false, value: ['no such thing'], wanted: ['fr', 'it'] },
  ],
  referrer: [
    { open: true, value: 'direct' },
    { open: true, value: 'search', wanted: ['search', 'social'] },
    { open: false, value: 'internal', wanted: ['other'] },
  ],
  role: [
    { open: true },
    { open: true, value: 'buyer', wanted: ['buyer'] },
    { open: false, value: 'agent' },
    { open: false, wanted: ['buyer', 'owner'] },
  ],
  traits: [
    { open: true, name: 'plan', value: 'pro', wanted: ['pro', 'team'] },
    { open: false, name: 'orders', value: 3, wanted: { min: 5, max: 10 } },
    { open: false, name: 'plan', wanted: { not: 'free', known: true } },
    { open: false, name: 'plan', wanted: {} },
  ],
  predicate: [{ open: true }, { open: false }],
  sampling: [
    { open: true, value: 5, wanted: 1 },
    { open: true, value: 5, wanted: 0.125 },
    { open: false, value: 5000, wanted: 0.1 },
    { open: false, value: 5, wanted: 0 },
  ],
  history: [{ open: true }, { open: false }],
  never: [{ open: true }, { open: false, opensAt: Number.POSITIVE_INFINITY }],
  clock: [
    { open: true, name: 'any', wanted: ANY },
    { open: false, name: 'any', wanted: ANY, opensAt: NOW + 3 * DAY_MS },
    {
      open: false,
      name: 'subject',
      wanted: { per: 'subject', answered: 'ever', dismissed: 'ever' },
      opensAt: Number.POSITIVE_INFINITY,
    },
    { open: false, name: 'once', wanted: { per: 'all', displayed: 'visit' }, opensAt: Number.POSITIVE_INFINITY },
  ],
  trigger: [
    { open: true, value: 'load', wanted: 'load' },
    { open: true, value: 'event order.confirmed', wanted: { event: 'order.confirmed' } },
    { open: false, wanted: 'manual' },
    { open: false, wanted: { event: 'order.confirmed', where: { total: { min: 50 } }, delay: '2m' } },
    { open: false, wanted: { scroll: 50 } },
    { open: false, wanted: { exit: true } },
    { open: false, wanted: { idle: '1m' } },
    { open: false, wanted: { click: '#help' } },
    { open: false, wanted: { delay: '5s' }, opensAt: NOW + 5000 },
    { open: false, wanted: {} },
  ],
  expired: [
    { open: true, wanted: 3_600_000 },
    { open: false, value: NOW - DAY_MS, wanted: 3_600_000 },
  ],
  turn: [{ open: true }, { open: false, value: 'checkout' }],
  tab: [{ open: true }, { open: false }],
  page: [
    { open: true },
    { open: false, value: 'hidden' },
    { open: false, value: 'fullscreen' },
    { open: false, value: 'div#cart.drawer' },
  ],
  veto: [{ open: true }, { open: false }],
};
const ALL = GATES.flatMap((gate) => CASES[gate].map((each): Gate => ({ gate, ...each })));

describe('the description of a gate', () => {
  it.each(GATES)('is a complete sentence for the open and the closed gate "%s"', (name) => {
    expect(new Set(CASES[name].map(({ open }) => open)).size).toBe(2);
    for (const gate of ALL.filter((each) => each.gate === name)) {
      for (const words of [toReason(gate), toWords(gate, NOW)]) {
        expect(words).toMatch(/^[A-Z0-9].*\.$/);
        expect(words).not.toMatch(/undefined|NaN|null|\[object|\{"|Infinity/);
      }
      expect(toGateName(gate)).toMatch(/^[A-Z]/);
    }
  });

  it('fits after "because" when the gate is closed', () => {
    for (const gate of ALL.filter(({ open }) => !open)) {
      expect(toReason(gate), gate.gate).toMatch(/^(The|This|Its?|A|Another|Only|Nobody|What) /);
    }
  });

  it('states the rule of a frequency cap', () => {
    expect(toClockRule(ANY)).toBe('14 days must pass after another survey was shown');
    expect(toClockRule({ per: 'survey', snoozed: '1w' })).toBe(
      '1 week must pass after this survey was postponed with “Ask me later” (longer each time)',
    );
    expect(toClockRule({ per: 'survey', displayed: '3mo', times: 5 })).toBe(
      '3 months must pass after this survey was shown 5 times without an answer',
    );
    expect(toClockRule({ per: 'group', displayed: '1y', answered: '1y', dismissed: 'ever' })).toBe(
      '1 year must pass after another survey of the same group was shown, or any was answered; never again after a survey of the same group was closed',
    );
    expect(toClockRule({ per: 'all' })).toBe('it counts nothing');
  });

  it('states when a closed frequency cap ends', () => {
    const [, soon, never, visit] = ALL.filter(({ gate }) => gate === 'clock') as [Gate, Gate, Gate, Gate];
    expect(toWords(soon, NOW)).toBe(
      'It is too soon according to the clock “any”: 14 days must pass after another survey was shown. It opens in 3 days, 2026-11-25T09:00:00.000Z.',
    );
    expect(toWords(never, NOW)).toMatch(/It does not open by itself\.$/);
    expect(toWords(visit, NOW)).toMatch(/It opens with the next visit\.$/);
  });
});

describe('the verdict on a survey', () => {
  const explain = (...gates: Gate[]): Explanation => ({
    survey: 'a',
    shown: false,
    open: gates.every(({ open }) => open),
    gates: gates.map((gate) => ({ ...gate, words: toWords(gate, NOW) })),
  });
  const one = (gate: GateName, index: number): Gate => ({ gate, ...CASES[gate][index] }) as Gate;

  it('names the first closed gate, counts the other closed gates and states when the last frequency cap ends', () => {
    expect(toVerdict(explain(one('url', 0), one('clock', 1), one('trigger', 2)))).toEqual({
      kind: 'closed',
      text: 'Not shown because it is too soon according to the clock “any”: 14 days must pass after another survey was shown.',
      others: 1,
      opensAt: NOW + 3 * DAY_MS,
      opens: undefined,
    });
  });

  it('gives no date when a closed gate other than a frequency cap blocks the survey', () => {
    expect(toVerdict(explain(one('sampling', 3), one('clock', 1))).opensAt).toBeUndefined();
    expect(toVerdict(explain(one('never', 1), one('clock', 1))).opensAt).toBeUndefined();
  });

  it('contains "yet" for a gate that can open on the same page, and names the next visit for a cap per visit', () => {
    expect(toVerdict(explain(one('page', 1))).text).toMatch(/^Not shown yet because the page is hidden/);
    expect(toVerdict(explain(one('clock', 3))).opens).toBe('with the next visit');
    expect(toVerdict(explain(one('url', 0))).text).toBe('Would be shown.');
    expect(toVerdict({ ...explain(one('url', 0)), shown: true }).text).toBe('Shown now.');
  });
});
