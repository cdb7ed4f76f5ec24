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

/** A page whose own bundle has us, with hooks written as code; `errors` is what `onError` heard. */
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

describe('what the host says last', () => {
  it.each([
    ['a yes', '() => true'],
    ['a yes that takes a while', '() => new Promise((resolve) => setTimeout(resolve, 500, true))'],
  ])('shows the prompt after %s', async (_, hook) => {
    const { page, prompt } = await open(`beforeShow: ${hook}`);
    expect(await show(page)).toEqual({ shown: true, reasons: [] });
    await prompt.getByRole('radio').first().waitFor();
    expect(await errors(page)).toEqual([]);
  });

  it.each([
    ['a no', '() => false', []],
    ['a no that takes a while', '() => new Promise((resolve) => setTimeout(resolve, 500, false))', []],
    ['a throw', '() => { throw new Error("Oops") }', ['callback_failed beforeShow a: Error: Oops']],
    ['a promise that fails', '() => Promise.reject("Oops")', ['callback_failed beforeShow a: Oops']],
    [
      'nothing for two seconds',
      '() => new Promise(() => {})',
      [expect.stringMatching(/^callback_failed beforeShow a: .*no answer in 2000 ms/)],
    ],
  ])('keeps the prompt away after %s, and nothing was displayed', async (_, hook, said) => {
    const { page, prompt, collector } = await open(`beforeShow: ${hook}`);
    expect(await show(page)).toEqual(VETOED);
    expect(await errors(page)).toEqual(said);
    await page.waitForTimeout(500);
    expect(await prompt.count()).toBe(0);
    expect(collector.received).toEqual([]);
    expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.includes(":f:"))')).toEqual([]);
  });

  it('gives the turn to the next, and is heard anew for each', async () => {
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

describe('whom the host does not want asked', () => {
  const surveys = `['a', 'b'].map((id) => ({ id, metric: 'nps', trigger: 'manual' }))`;
  it('is not, by what it knows of survey, respondent and context', async () => {
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

  it('is nobody who asked by code with force', async () => {
    const { page } = await open('isEligible: () => false', surveys);
    expect(await page.evaluate(`scorelet.show('a', { force: true })`)).toEqual({ shown: true, reasons: [] });
  });

  it('is everybody where the host’s own code fails, which it hears of', async () => {
    const { page, prompt } = await open('isEligible: () => { throw new Error("Oops") }', surveys);
    expect(await show(page)).toEqual({ shown: false, reasons: ['predicate'] });
    expect(await prompt.count()).toBe(0);
    expect(await errors(page)).toContain('callback_failed isEligible: Error: Oops');
  });
});
