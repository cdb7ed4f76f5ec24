import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEYS = [
  { id: 'a', metric: 'nps', trigger: 'manual' },
  { id: 'b', metric: 'csat', trigger: 'manual' },
];
const SHOWN = { shown: true, reasons: [] };

type Definition = Record<string, unknown>;
interface HookPageOptions {
  /** Code before the script. */
  before?: string;
  script?: string;
  surveys?: readonly Definition[];
}

/** A page with a script tag, and surveys that only the host shows. */
const open = async ({ before = '', script = 'scorelet.js', surveys = SURVEYS }: HookPageOptions = {}) => {
  const opened = await openPage(browser, {
    head: `<script>${before}</script>`,
    body: `<script type="application/json" data-scorelet>${JSON.stringify({ surveys })}</script>
      <script async src="COLLECTOR/${script}" data-collector="COLLECTOR/collect" data-mode="live"></script>`,
  });
  onTestFinished(opened.close);
  await opened.page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};
const push = (hooks: string) => `(window.scorelet ||= []).push(['hooks', ${hooks}]);`;
const show = (page: Page, id = 'a') => page.evaluate(`scorelet.show('${id}')`);

/** Opens a page whose hooks stand before the script, or come when the client is there. */
const openWith = async (when: 'before' | 'after', hooks: string, options: HookPageOptions = {}) => {
  const opened = await open(when === 'before' ? { ...options, before: push(hooks) } : options);
  if (when === 'after') await opened.page.evaluate(push(hooks));
  return opened;
};

describe.each(['scorelet.js', 'scorelet.single.js'])('hooks that are pushed to %s', (script) => {
  describe.each(['before', 'after'] as const)('%s it', (when) => {
    it('may veto a prompt: beforeShow', async () => {
      const { page, prompt, collector, lines } = await openWith(
        when,
        `{ beforeShow: async ({ survey }) => survey.id !== 'a' }`,
        { script },
      );
      expect(await show(page, 'a')).toEqual({ shown: false, reasons: ['veto'] });
      expect(await prompt.count()).toBe(0);
      expect(await show(page, 'b')).toEqual(SHOWN);
      await expect.poll(() => collector.received.map(({ event }) => event.data.survey.id)).toContain('b');
      expect(collector.received.map(({ event }) => event.data.survey.id)).not.toContain('a');
      expect(lines).toEqual([]);
    });

    it('see each event first, and may keep it back: beforeSend', async () => {
      const { page, prompt, collector } = await openWith(
        when,
        `{ beforeSend: (event) => event.type.includes('viewed') ? null : { ...event, data: { ...event.data, page: 'https://shop.example/' } } }`,
        { script },
      );
      expect(await show(page)).toEqual(SHOWN);
      await prompt.getByRole('radio', { name: '9' }).click();
      // Each may come with a request of its own.
      await expect
        .poll(() => collector.received.map(({ event }) => event.type).sort())
        .toEqual(['scorelet.question.answered.v1', 'scorelet.survey.displayed.v1']);
      expect(collector.received.map(({ event }) => event.data.page)).toEqual(Array(2).fill('https://shop.example/'));
    });

    it('say who is asked: isEligible', async () => {
      const { page } = await openWith(
        when,
        `{ isEligible: ({ id }, { respondent }) => id === 'a' && respondent.traits?.plan === 'pro' }`,
        { script },
      );
      expect(await show(page)).toEqual({ shown: false, reasons: ['predicate'] });
      await page.evaluate(`scorelet.identify({ id: 'u-1', traits: { plan: 'pro' } })`);
      expect(await show(page, 'b')).toEqual({ shown: false, reasons: ['predicate'] });
      expect(await show(page)).toEqual(SHOWN);
    });

    it('take events elsewhere: transport, and hear what became of them: onDelivery', async () => {
      const { page, prompt, collector } = await openWith(
        when,
        `{
          transport: async (batch, { ids }) => { (window.sent ??= []).push(...JSON.parse(batch)); return { status: 200, accepted: ids }; },
          onDelivery: ({ ids }) => { window.delivered = [...(window.delivered ?? []), ...ids]; },
        }`,
        { script },
      );
      expect(await show(page)).toEqual(SHOWN);
      await prompt.getByRole('radio', { name: '9' }).click();
      await expect
        .poll(() => page.evaluate<string[]>('(window.sent ?? []).map(({ type }) => type)'))
        .toContain('scorelet.question.answered.v1');
      await expect
        .poll(() => page.evaluate('sent.every(({ id }) => (window.delivered ?? []).includes(id))'))
        .toBe(true);
      expect(collector.bodies).toEqual([]);
    });

    it('hear what went wrong, instead of the console: onError', async () => {
      const { page, lines } = await openWith(
        when,
        `{ onError: ({ code, message }) => { (window.errors ??= []).push(code + ' ' + message); }, beforeShow() { throw new Error('Oops'); } }`,
        { script },
      );
      expect(await show(page)).toEqual({ shown: false, reasons: ['veto'] });
      expect(await show(page, 'none')).toEqual({ shown: false, reasons: ['unknown_survey'] });
      expect(await page.evaluate('errors')).toEqual([
        'callback_failed beforeShow a: Error: Oops',
        'unknown_survey Unknown survey "none".',
      ]);
      expect(lines).toEqual([]);
    });

    it('that do not exist are named on the console, beside those that do, and the others hold', async () => {
      const { page, lines } = await openWith(when, `{ beforeShowing: () => false, beforeShow: () => false }`, {
        script,
      });
      expect(await show(page)).toEqual({ shown: false, reasons: ['veto'] });
      expect(lines).toEqual([
        '[scorelet] Unknown hook "beforeShowing". Known hooks: transport, present, isEligible, beforeShow, beforeSend, onDelivery, onUndeliverable, onError, storage, now.',
      ]);
    });
  });
});

describe('a command without a hook', () => {
  it.each([
    ["['hooks']", 'before'],
    ["['hooks', null]", 'before'],
    ["'hooks'", 'after'],
  ])('as %s, %s the script, is named on the console and stops nothing', async (command, when) => {
    const code = `(window.scorelet ||= []).push(${command});`;
    const { page, lines } = await open(when === 'before' ? { before: code } : {});
    if (when === 'after') await page.evaluate(code);
    expect(await show(page)).toEqual(SHOWN);
    expect(lines).toEqual([expect.stringMatching(/^\[scorelet\] hooks: expected an object with functions/)]);
  });
});

describe('hooks that are pushed before the script', () => {
  it('come before every other command, wherever they stand in the queue', async () => {
    const surveys = [{ id: 'a', metric: 'nps', trigger: { event: 'paid' } }];
    const { page, prompt } = await open({
      surveys,
      before: `(window.scorelet ||= []).push(['track', 'paid']); ${push(
        `{ beforeShow: ({ survey }) => { window.asked = survey.id; return false; } }`,
      )}`,
    });
    await expect.poll(() => page.evaluate('window.asked')).toBe('a');
    expect(await prompt.count()).toBe(0);
  });

  it('may bring a clock, a storage and a presenter of their own', async () => {
    const { page, collector, prompt } = await open({
      before: `window.kept = new Map(); ${push(`{
        now: () => 1_900_000_000_000,
        storage: {
          get length() { return kept.size; },
          key: (index) => [...kept.keys()][index] ?? null,
          getItem: (key) => kept.get(key) ?? null,
          setItem: (key, text) => void kept.set(key, text),
          removeItem: (key) => void kept.delete(key),
          clear: () => kept.clear(),
        },
        present: (session) => { window.presented = session; session.display(); return () => {}; },
      }`)}`,
    });
    expect(await show(page)).toEqual(SHOWN);
    expect(await page.evaluate('presented.survey.id')).toBe('a');
    expect(await prompt.count()).toBe(0);
    await expect
      .poll(() => collector.received.map(({ event }) => event.time))
      .toEqual([new Date(1_900_000_000_000).toISOString()]);
    expect(await page.evaluate('[...kept.keys()]')).toContain('scorelet:1:f::a');
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
  });
});
