import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { FREE, openTabs, type Tab } from '../helpers/manyTabs.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const NPS = { id: 'a', metric: 'nps' };
const login = (tab: Tab, id: string, more: object = {}) => tab.run(`identify(${JSON.stringify({ id, ...more })})`);
const show = (tab: Tab, options: object = {}, id = 'a') => tab.run(`show('${id}', ${JSON.stringify(options)})`);

describe('a survey that is triggered by every login', () => {
  it('a survey is not shown again to a respondent who has answered it and logs in again, but is shown to the next respondent', async () => {
    const tab = await openTabs(browser, {
      ...NPS,
      trigger: { event: 'login' },
      targeting: { traits: { plan: 'pro' } },
    });
    const arrive = async (id: string) => {
      await login(tab, id, { traits: { plan: 'pro' } });
      await tab.run(`track('login')`);
    };
    await arrive('u-1');
    await tab.asks();
    await tab.answer(9);
    for (const _ of [1, 2]) {
      await tab.run('reset()');
      await arrive('u-1');
      await tab.staysQuiet();
      expect(await tab.closed()).toEqual(['relational']);
      await tab.reload();
    }
    await arrive('u-2');
    await tab.asks();
    // The device stores no respondent id, except in events that wait to be sent.
    const kept = await tab.page.evaluate<string[]>('Object.entries(localStorage).map((each) => each.join(" "))');
    expect(kept.filter((each) => !each.startsWith('scorelet:1:q:')).join()).not.toMatch(/u-1|u-2/);
  });

  it('a survey that was answered anonymously is not shown again when the respondent is identified', async () => {
    const tab = await openTabs(browser, { ...NPS, trigger: { event: 'paid' } });
    await tab.run(`track('paid')`);
    await tab.asks();
    await tab.answer(3);
    await login(tab, 'u-1');
    await tab.run(`track('paid')`);
    await tab.staysQuiet();
    expect(await show(tab)).toEqual({ shown: false, reasons: ['clock'] });
  });
});

describe('a survey that is due in several browser tabs', () => {
  it('a survey appears in only one of the browser tabs that were opened together, and in none after it was answered', async () => {
    const first = await openTabs(browser, NPS);
    const others = await Promise.all([first.another(), first.another(), first.another()]);
    const tabs = [first, ...others];
    const asking = async () => {
      const counts = await Promise.all(tabs.map(({ prompt }) => prompt.count()));
      return tabs.filter((_, index) => counts[index]);
    };
    await expect.poll(asking).toHaveLength(1);
    await first.page.waitForTimeout(1500);
    const [tab, ...more] = await asking();
    expect(more).toEqual([]);
    await tab?.answer(9);
    for (const each of tabs) await each.reload();
    await first.staysQuiet();
    expect(await asking()).toEqual([]);
  });
});

describe('a survey in the browser of a help-desk agent', () => {
  it.each([
    ['without rules', {}],
    ['with rules of its own', { sampling: 1 }],
  ])('a customer survey %s is not shown to an agent', async (_, more) => {
    const tab = await openTabs(browser, { id: 'a', metric: 'csat', trigger: { event: 'ticket.closed' }, ...more });
    await login(tab, 'agent-1', { role: 'agent' });
    await tab.run(`track('ticket.closed')`);
    await tab.staysQuiet();
    expect(await show(tab)).toEqual({ shown: false, reasons: ['role'] });
    expect(await tab.closed()).toContain('role');
    // The survey appears as soon as a customer logs in on the same page.
    await login(tab, 'u-1', { role: 'customer' });
    await tab.run(`track('ticket.closed')`);
    await tab.asks();
  });

  it('a survey with the targeting rule "roles: agent" is shown to an agent', async () => {
    const tab = await openTabs(browser, {
      id: 'a',
      metric: 'csat',
      trigger: 'manual',
      targeting: { roles: ['agent'] },
    });
    expect(await show(tab)).toEqual({ shown: false, reasons: ['role'] });
    await login(tab, 'agent-1', { role: 'agent' });
    expect(await show(tab)).toEqual({ shown: true, reasons: [] });
  });
});

describe('sampling', () => {
  it('sampling draws once per respondent, not on every trigger, page or login, and the displayed event contains the draw', async () => {
    const tab = await openTabs(browser, { ...NPS, sampling: 0.5, frequency: FREE, trigger: { event: 'done' } });
    const verdicts = new Map<string, boolean>();
    for (const round of [1, 2, 3]) {
      for (const id of ['u-1', 'u-2', 'u-3', 'u-4', 'u-5', 'u-6', 'u-7', 'u-8']) {
        await login(tab, id);
        for (const _ of [1, 2]) {
          const out = (await tab.closed()).includes('sampling');
          if (round === 1 && !verdicts.has(id)) verdicts.set(id, out);
          expect(out, `${id} in round ${round}`).toBe(verdicts.get(id));
        }
      }
      await tab.reload();
    }
    expect(new Set(verdicts.values())).toEqual(new Set([true, false]));

    const [out, ask] = [true, false].map(
      (wanted) => [...verdicts].find(([, verdict]) => verdict === wanted)?.[0] ?? '',
    );
    await login(tab, `${out}`);
    for (const _ of [1, 2, 3]) await tab.run(`track('done')`);
    await tab.staysQuiet();
    await login(tab, `${ask}`);
    await tab.run(`track('done')`);
    await tab.asks();
    await expect.poll(() => tab.events('displayed').length).toBe(1);
    const [{ sampling } = { sampling: undefined }] = tab.events('displayed');
    expect(sampling).toMatchObject({ rate: 0.5, bucket: expect.any(Number), nthAsk: 1 });
    expect(sampling?.bucket).toBeLessThan(5000);
  });

  it('sampling keeps the bucket of an anonymous respondent after a reload and in another browser tab', async () => {
    const tab = await openTabs(browser, { ...NPS, sampling: 0.5, trigger: 'manual' });
    const bucket = async () => {
      const [{ gates } = { gates: [] }] = await tab.run<{ gates: { gate: string; value: number }[] }[]>(`explain('a')`);
      return gates.find(({ gate }) => gate === 'sampling')?.value;
    };
    const first = await bucket();
    expect(first).toEqual(expect.any(Number));
    await tab.reload();
    expect(await bucket()).toBe(first);
    const other = await tab.another();
    await other.run(`explain('a')`);
    expect(await bucket()).toBe(first);
  });
});

describe('an experiment', () => {
  const WORDS: Record<string, string> = {
    short: 'Would you recommend us?',
    long: 'How likely would you recommend us?',
  };
  const variants = Object.entries(WORDS).map(([id, title]) => ({ id, title }));
  it('an experiment shows the title of the variant that its events name, and keeps the variant when a response continues after a reload', async () => {
    const tab = await openTabs(browser, {
      ...NPS,
      frequency: FREE,
      trigger: 'manual',
      experiment: { id: 'words', variants },
    });
    const seen = new Set<string>();
    for (let person = 0; seen.size < 2 && person < 12; person++) {
      await login(tab, `u-${person}`);
      await show(tab);
      await tab.asks();
      await expect.poll(() => tab.events('displayed').length).toBe(person + 1);
      const { context, question } = [...tab.received('displayed')].at(-1) ?? {};
      const { id, variant = '' } = context?.experiment ?? {};
      expect(id).toBe('words');
      expect(question?.title).toBe(WORDS[variant]);
      expect(await tab.prompt.getByText(`${WORDS[variant]}`).count()).toBe(1);
      seen.add(variant);
    }
    expect([...seen].sort()).toEqual(['long', 'short']);

    const { variant } = tab.received('displayed').at(-1)?.context?.experiment ?? {};
    await tab.prompt.getByRole('radio', { name: '2', exact: true }).click();
    await expect.poll(() => tab.events('answered').length).toBe(1);
    // The response continues before the respondent is identified again. If the variant were drawn again, it could be the other one.
    await tab.reload();
    await tab.prompt.getByRole('textbox').fill('Slow');
    await tab.prompt.getByRole('button', { name: 'Submit' }).click();
    await expect
      .poll(() => tab.events('completed'))
      .toMatchObject([{ context: { experiment: { id: 'words', variant } } }]);
    expect(tab.events('answered')[0]?.context?.experiment).toEqual({ id: 'words', variant });
  });
});

describe('surveys that are due at the same time', () => {
  it('the survey with the highest priority is shown first, and the others only when their frequency caps allow it', async () => {
    const tab = await openTabs(browser, [
      { id: 'low', metric: 'nps', frequency: FREE },
      { id: 'high', metric: 'csat', priority: 5, frequency: FREE },
      { id: 'lower', metric: 'ces', priority: -5 },
    ]);
    await tab.asks();
    await expect.poll(() => tab.events('displayed').map(({ survey }) => survey.id)).toEqual(['high']);
    const close = tab.prompt.getByRole('button', { name: 'Close' });
    await close.click();
    await tab.prompt.getByRole('radio', { name: '10' }).waitFor();
    await close.click();
    await tab.isQuiet();
    await tab.staysQuiet();
    expect(tab.received('displayed').map(({ survey }) => survey.id)).toEqual(['high', 'low']);
    expect(await tab.closed('lower')).toEqual(['any']);
  });

  it('of surveys with the same priority, the one that was shown longest ago is shown first', async () => {
    const surveys = ['x', 'y'].map((id) => ({ id, metric: 'nps', frequency: FREE, priority: 0 }));
    const tab = await openTabs(browser, surveys);
    await tab.asks();
    await tab.reload();
    await tab.asks();
    await expect.poll(() => tab.received('displayed').map(({ survey }) => survey.id)).toEqual(['x', 'y']);
  });
});

describe('an event trigger', () => {
  it('an event triggers a survey only when its properties match the conditions of the trigger', async () => {
    const where = { total: { min: 100 }, country: ['DE', 'AT'], gift: { not: true } };
    const tab = await openTabs(browser, { ...NPS, trigger: { event: 'paid', where } });
    for (const properties of [
      undefined,
      { total: 99, country: 'DE', gift: false },
      { total: 100, country: 'FR', gift: false },
      { total: 100, country: 'DE', gift: true },
      { total: '100', country: 'DE', gift: false },
    ]) {
      await tab.run(`track('paid', ${JSON.stringify({ properties })})`);
    }
    await tab.staysQuiet();
    expect(await tab.closed()).toEqual(['trigger']);
    await tab.run(`track('paid', { properties: { total: 100, country: 'AT' } })`);
    await tab.asks();
  });

  it('a delayed trigger is cancelled by an event in cancelOn, even on the next page', async () => {
    const trigger = { event: 'left', delay: '2s', cancelOn: ['returned'] };
    const tab = await openTabs(browser, { ...NPS, trigger }, { clock: 'stopped' });
    await tab.run(`track('left')`);
    await tab.reload();
    await tab.run(`track('returned')`);
    await tab.page.clock.runFor(2600);
    await tab.page.clock.resume();
    await tab.staysQuiet();
    expect(await tab.closed()).toEqual(['trigger']);
    await tab.run(`track('left')`);
    await tab.asks();
  });

  it('a trigger occurrence expires after the time in expires, even when the prompt was blocked until then', async () => {
    const trigger = { event: 'done', expires: '2s' };
    const tab = await openTabs(browser, { ...NPS, trigger }, { body: '<input id="field">' });
    await tab.page.fill('#field', 'Writing');
    await tab.run(`track('done')`);
    await tab.page.waitForTimeout(2300);
    await tab.page.evaluate('document.activeElement.blur()');
    await tab.staysQuiet();
    expect(await tab.closed()).toContain('expired');
    await tab.run(`track('done')`);
    await tab.asks();
  });
});

describe('decision reports', () => {
  it('decisions are reported once per outcome and page, however often the trigger fires, with every reason and the time when its gate opens', async () => {
    const surveys = [
      { ...NPS, trigger: { event: 'done' }, targeting: { url: ['/order/*'], traits: { plan: 'pro' } } },
      { id: 'b', metric: 'csat', trigger: { event: 'asked' } },
    ];
    const tab = await openTabs(browser, surveys, { settings: { report: 'decisions' } });
    for (const _ of [1, 2, 3]) {
      await tab.run(`track('done')`);
      await tab.page.waitForTimeout(100);
    }
    await tab.closed();
    await expect
      .poll(() => tab.received('suppressed'))
      .toMatchObject([
        { survey: { id: 'a' }, trigger: 'event done', reasons: [{ gate: 'url' }, { gate: 'traits', name: 'plan' }] },
      ]);
    await tab.run(`track('asked')`);
    await tab.asks();
    await tab.dismiss();
    await expect.poll(() => tab.received('eligible')).toMatchObject([{ survey: { id: 'b' }, trigger: 'event asked' }]);
    for (const _ of [1, 2, 3]) {
      await tab.run(`track('asked')`);
      await tab.page.waitForTimeout(100);
    }
    await expect.poll(() => tab.received('suppressed').length).toBe(2);
    const [, { reasons } = { reasons: [] }] = tab.received('suppressed');
    const touchpoint = reasons.find(({ name }) => name === 'touchpoint');
    expect(Date.parse(`${touchpoint?.opensAt}`) - Date.now()).toBeGreaterThan(29 * 86_400_000);
    await tab.page.waitForTimeout(500);
    expect([tab.received('suppressed').length, tab.received('eligible').length]).toEqual([2, 1]);
  });

  it('decisions are not reported by default', async () => {
    const tab = await openTabs(browser, { ...NPS, sampling: 0 });
    await tab.staysQuiet();
    expect(tab.collector.received).toEqual([]);
  });
});

describe('explain()', () => {
  it('explain() returns for each gate its state, the actual value, the wanted value and the time when it opens', async () => {
    const targeting = { devices: ['phone'], traits: { age: { min: 18 } }, locales: ['fr'] };
    const tab = await openTabs(browser, [
      { ...NPS, targeting, trigger: 'manual' },
      { id: 'b', metric: 'csat' },
    ]);
    await tab.asks();
    await login(tab, 'u-1', { traits: { age: 17 } });
    const [a, b, ...more] =
      await tab.run<{ survey: string; open: boolean; shown: boolean; gates: { gate: string; words: string }[] }[]>(
        'explain()',
      );
    expect(more).toEqual([]);
    expect([a, b].map((each) => [each?.survey, each?.open, each?.shown])).toEqual([
      ['a', false, false],
      ['b', true, true],
    ]);
    const gateOf = (name: string) => a?.gates.find(({ gate }) => gate === name);
    expect(gateOf('device')).toMatchObject({ open: false, value: 'desktop', wanted: ['phone'] });
    expect(gateOf('locale')).toMatchObject({ open: false, value: ['en'], wanted: ['fr'] });
    expect(gateOf('traits')).toMatchObject({ name: 'age', open: false, value: 17, wanted: { min: 18 } });
    expect(gateOf('sampling')).toMatchObject({ open: true, wanted: 1 });
    expect(gateOf('turn')).toMatchObject({ open: false, value: 'b' });
    const any = a?.gates.find((each) => 'name' in each && each.name === 'any') as { opensAt?: number } | undefined;
    const days = (Number(any?.opensAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(14);
    for (const { words } of a?.gates ?? []) expect(words).toMatch(/^[A-Z].*\.$/s);
    expect(await tab.run(`explain('nobody')`)).toEqual([]);
  });
});

describe('a survey about a ticket', () => {
  const about = (id: string) => ({ subject: { type: 'ticket', id } });
  const TICKET = { id: 'a', metric: 'ces', trigger: 'manual', subject: 'ticket' };
  const others = { touchpoint: false, any: false } as const;

  it('a survey asks about each ticket once, regardless of displays for other tickets', async () => {
    const tab = await openTabs(browser, { ...TICKET, frequency: { clocks: others } });
    expect(await show(tab, about('1'))).toEqual({ shown: true, reasons: [] });
    await tab.dismiss();
    await tab.reload();
    expect(await show(tab, about('1'))).toEqual({ shown: false, reasons: ['clock'] });
    expect(await show(tab, about('2'))).toEqual({ shown: true, reasons: [] });
    expect(
      await tab.page.evaluate('Object.entries(localStorage).filter(([key]) => key.includes(":f:")).join()'),
    ).not.toMatch(/ticket/);
  });

  it('a survey asks about the same ticket again when the definition turns off the frequency cap per subject', async () => {
    const clocks = { ...others, subject: false };
    const tab = await openTabs(browser, { ...TICKET, frequency: { clocks } });
    for (const _ of [1, 2]) {
      expect(await show(tab, about('1'))).toEqual({ shown: true, reasons: [] });
      await tab.dismiss();
    }
  });
});

describe('a device whose clock was years ahead and has been corrected', () => {
  const AHEAD = 'Date.now() + 5 * 365 * 864e5';
  const init = (outcome: string) =>
    `localStorage['scorelet:1:f::a'] ??= JSON.stringify({ v: 1, records: [{ outcome: '${outcome}', at: ${AHEAD}, metric: 'nps' }] });
     localStorage['scorelet:1:n:a'] ??= JSON.stringify({ v: 1, until: ${AHEAD} });
     localStorage['scorelet:1:v'] ??= JSON.stringify({ v: 1, began: ${AHEAD}, seen: ${AHEAD}, referrer: 'search' })`;

  it('a survey that was displayed while the device’s clock was years ahead is shown at once', async () => {
    const tab = await openTabs(browser, NPS, { init: init('displayed') });
    await tab.asks();
  });

  it('a survey that was answered while the device’s clock was years ahead stays closed for the usual time, not for years', async () => {
    const tab = await openTabs(browser, NPS, { init: init('answered') });
    await tab.staysQuiet();
    const [{ gates } = { gates: [] }] =
      await tab.run<{ gates: { name?: string; opensAt?: number }[] }[]>(`explain('a')`);
    const opensAt = Number(gates.find(({ name }) => name === 'relational')?.opensAt);
    expect(Math.round((opensAt - Date.now()) / 86_400_000)).toBe(84);
  });

  it('a delayed trigger that was stored while the device’s clock was years ahead does not wait for years', async () => {
    const tab = await openTabs(
      browser,
      { ...NPS, trigger: { event: 'done', delay: '1s' } },
      {
        init: `sessionStorage['scorelet:1:m:a'] ??= JSON.stringify({ v: 1, moments: [{ cause: 'event done', at: ${AHEAD}, due: ${AHEAD} + 1000 }] })`,
      },
    );
    await tab.asks();
  });
});
