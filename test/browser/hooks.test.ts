import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { bundleNpm } from '../helpers/bundle.ts';
import { openPage } from '../helpers/page.ts';

let browser: Browser;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([launchBrowser(), bundleNpm()]);
});
afterAll(() => browser.close());

/** Opens a page that bundles the npm package, with hooks written as code. `errors` collects the calls of `onError`. */
const open = async (hooks: string, surveys = `[{ id: 'a', metric: 'nps', trigger: 'manual' }]`) => {
  const opened = await openPage(browser, {
    body: `<script src="/bundle.js"></script><script>
      window.errors = [];
      window.scorelet = createScorelet({ collector: 'COLLECTOR/collect', mode: 'live', surveys: ${surveys},
        onError: ({ code, message }) => errors.push(code + ' ' + message), ${hooks} });
    </script>`,
    files: { '/bundle.js': { html: code, headers: { 'Content-Type': 'text/javascript' } } },
  });
  onTestFinished(opened.close);
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};
const show = (page: Page, id = 'a') => page.evaluate(`scorelet.show('${id}')`);
const errors = (page: Page) => page.evaluate<string[]>('errors');
const VETOED = { shown: false, reasons: ['veto'] };

describe('the beforeShow hook', () => {
  it.each([
    ['returns true', '() => true'],
    ['resolves with true after 500 ms', '() => new Promise((resolve) => setTimeout(resolve, 500, true))'],
  ])('the prompt is shown when beforeShow %s', async (_, hook) => {
    const { page, prompt } = await open(`beforeShow: ${hook}`);
    expect(await show(page)).toEqual({ shown: true, reasons: [] });
    await prompt.getByRole('radio').first().waitFor();
    expect(await errors(page)).toEqual([]);
  });

  it.each([
    ['returns false', '() => false', []],
    ['resolves with false after 500 ms', '() => new Promise((resolve) => setTimeout(resolve, 500, false))', []],
    ['throws', '() => { throw new Error("Oops") }', ['callback_failed beforeShow a: Error: Oops']],
    ['rejects', '() => Promise.reject("Oops")', ['callback_failed beforeShow a: Oops']],
    [
      'does not settle within two seconds',
      '() => new Promise(() => {})',
      [expect.stringMatching(/^callback_failed beforeShow a: .*no answer in 2000 ms/)],
    ],
  ])('no prompt is shown and no display is recorded when beforeShow %s', async (_, hook, said) => {
    const { page, prompt, collector } = await open(`beforeShow: ${hook}`);
    expect(await show(page)).toEqual(VETOED);
    expect(await errors(page)).toEqual(said);
    await page.waitForTimeout(500);
    expect(await prompt.count()).toBe(0);
    expect(collector.received).toEqual([]);
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.includes(":f:"))')).toEqual([]);
  });

  it('the next survey gets its turn after a veto, and beforeShow runs again for it', async () => {
    const surveys = `['a', 'b'].map((id, index) => ({ id, metric: 'csat', priority: -index }))`;
    const { page, prompt, collector } = await open(
      `beforeShow: ({ survey }) => (window.asked = [...(window.asked ?? []), survey.id]) && survey.id === 'b'`,
      surveys,
    );
    await prompt.getByRole('radio').first().waitFor();
    expect(await page.evaluate('asked')).toEqual(['a', 'b']);
    await expect.poll(() => collector.received.map(({ event }) => event.data.survey.id)).toContain('b');
  });
});

describe('the isEligible hook', () => {
  const surveys = `['a', 'b'].map((id) => ({ id, metric: 'nps', trigger: 'manual' }))`;
  it('isEligible receives the survey, the respondent and the context, and decides whether the survey is shown', async () => {
    const { page } = await open(
      `isEligible: ({ id }, { respondent, context }) => id === 'a' && respondent.traits?.age >= 18 && context.channel === 'web'`,
      surveys,
    );
    const closed = { shown: false, reasons: ['predicate'] };
    expect(await show(page)).toEqual(closed);
    await page.evaluate(
      `scorelet.identify({ id: 'u-1', traits: { age: 18 } }), scorelet.setContext({ channel: 'web' })`,
    );
    await expect
      .poll(() =>
        page.evaluate(
          `scorelet.explain('a').then(([{ gates }]) => gates.find(({ gate }) => gate === 'predicate').open)`,
        ),
      )
      .toBe(true);
    expect(await show(page, 'b')).toEqual(closed);
    expect(await show(page)).toEqual({ shown: true, reasons: [] });
  });

  it('show() with force shows a survey although isEligible returns false', async () => {
    const { page } = await open('isEligible: () => false', surveys);
    expect(await page.evaluate(`scorelet.show('a', { force: true })`)).toEqual({ shown: true, reasons: [] });
  });

  it('a survey is not shown when isEligible throws, and onError receives the error', async () => {
    const { page, prompt } = await open('isEligible: () => { throw new Error("Oops") }', surveys);
    expect(await show(page)).toEqual({ shown: false, reasons: ['predicate'] });
    expect(await prompt.count()).toBe(0);
    expect(await errors(page)).toContain('callback_failed isEligible: Error: Oops');
  });
});
