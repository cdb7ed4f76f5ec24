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
  /** Code that runs before the script. */
  before?: string;
  script?: string;
  surveys?: readonly Definition[];
}

/** Opens a page with a script tag, and surveys that only `show()` shows. */
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

/** Opens a page that pushes its hooks before the script, or after the client has started. */
const openWith = async (when: 'before' | 'after', hooks: string, options: HookPageOptions = {}) => {
  const opened = await open(when === 'before' ? { ...options, before: push(hooks) } : options);
  if (when === 'after') await opened.page.evaluate(push(hooks));
  return opened;
};

describe.each(['scorelet.js', 'scorelet.single.js'])('hooks that are pushed to %s', (script) => {
  describe.each(['before', 'after'] as const)('%s the script has loaded', (when) => {
    it('a pushed beforeShow hook can veto a prompt', async () => {
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

    it('a pushed beforeSend hook can change an event or hold it back', async () => {
      const { page, prompt, collector } = await openWith(
        when,
        `{ beforeSend: (event) => event.type.includes('viewed') ? null : { ...event, data: { ...event.data, page: 'https://shop.example/' } } }`,
        { script },
      );
      expect(await show(page)).toEqual(SHOWN);
      await prompt.getByRole('radio', { name: '9' }).click();
      // Each event may arrive in a separate request.
      await expect
        .poll(() => collector.received.map(({ event }) => event.type).sort())
        .toEqual(['scorelet.question.answered.v1', 'scorelet.survey.displayed.v1']);
      expect(collector.received.map(({ event }) => event.data.page)).toEqual(Array(2).fill('https://shop.example/'));
    });

    it('a pushed isEligible hook decides who is asked', async () => {
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

    it('a pushed transport hook replaces the request to the collector, and the onDelivery hook receives the delivered ids', async () => {
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

    it('a pushed onError hook receives the errors instead of the console', async () => {
      const { page, lines } = await openWith(
        when,
        `{ onError: ({ code, message }) => { (window.errors ??= []).push(code + ' ' + message); }, beforeShow() { throw new Error('Oops'); } }`,
        { script },
      );
      expect(await show(page)).toEqual({ shown: false, reasons: ['veto'] });
      expect(await show(page, 'none')).toEqual({ shown: false, reasons: ['unknown_survey'] });
      await expect
        .poll(() => page.evaluate('errors'))
        .toEqual(['callback_failed beforeShow a: Error: Oops', 'unknown_survey Unknown survey "none". Known: a,b.']);
      expect(lines).toEqual([]);
    });

    it('an unknown hook is reported on the console with the list of known hooks, and the other hooks still apply', async () => {
      const { page, lines } = await openWith(when, `{ beforeShowing: () => false, beforeShow: () => false }`, {
        script,
      });
      expect(await show(page)).toEqual({ shown: false, reasons: ['veto'] });
      await expect
        .poll(() => lines)
        .toEqual([
          '[scorelet] Unknown hook "beforeShowing". Known hooks: transport, present, isEligible, beforeShow, beforeSend, onDelivery, onUndeliverable, onError, storage, now, redact.',
        ]);
    });
  });
});

describe('a hooks command without hooks', () => {
  it.each([
    ["['hooks']", 'before'],
    ["['hooks', null]", 'before'],
    ["'hooks'", 'after'],
  ])(
    'the command %s, pushed %s the script, is reported on the console, and surveys still work',
    async (command, when) => {
      const code = `(window.scorelet ||= []).push(${command});`;
      const { page, lines } = await open(when === 'before' ? { before: code } : {});
      if (when === 'after') await page.evaluate(code);
      expect(await show(page)).toEqual(SHOWN);
      expect(lines).toEqual([expect.stringMatching(/^\[scorelet\] hooks: expected an object/)]);
    },
  );
});

describe('hooks that are pushed before the script', () => {
  it('hooks that are pushed before the script apply before every other command, at any position in the queue', async () => {
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

  it('hooks that are pushed before the script can replace the clock, the storage and the presenter', async () => {
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
