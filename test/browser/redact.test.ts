import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (body: string) => {
  const opened = await openPage(browser, { body });
  onTestFinished(opened.close);
  const prompt = opened.page.locator('scorelet-prompt');
  const said = () => opened.lines.filter((line) => line.startsWith('[scorelet]'));
  /** Writes a comment, and returns the answer as the collector has it. */
  const answer = async (text: string) => {
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('textbox').fill(text);
    await prompt.getByRole('button', { name: 'Submit' }).click();
    const completed = () => opened.collector.received.find(({ event }) => event.type.includes('completed'));
    await expect.poll(completed).toBeTruthy();
    return (completed()?.event.data as { answers?: unknown } | undefined)?.answers;
  };
  return { ...opened, prompt, said, answer };
};

const TEXT = 'Write to ann@example.com or call +49 30 1234567. 3 of 5 boxes were empty.';
const MASKED = 'Write to [email] or call [phone]. 3 of 5 boxes were empty.';

describe('the option redact', () => {
  it('masks personal data in a comment before it is stored or sent', async () => {
    const { page, collector, answer } = await open(tag('data-metric="nps" data-redact="pii"'));
    collector.down = true;
    const sent = answer(TEXT);
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('[email]');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('ann@');
    collector.down = false;
    expect(await sent).toMatchObject([{ score: 3 }, { text: MASKED }]);
    expect(collector.bodies.join()).not.toContain('ann@');
  });

  it('applies a function of the host page instead, and never sends a text for which it fails', async () => {
    const hooks = `<script>
      (window.scorelet ||= []).push(['hooks', { redact(text) {
        if (text.includes('secret')) throw new Error('cannot');
        return text.toUpperCase();
      } }]);
    </script>`;
    const first = await open(hooks + tag('data-metric="nps"'));
    expect(await first.answer('fine')).toMatchObject([{ score: 3 }, { text: 'FINE' }]);
    const second = await open(hooks + tag('data-metric="nps"'));
    expect(await second.answer('a secret')).toMatchObject([{ score: 3 }, { text: '[removed]' }]);
    expect(second.said()).toEqual([expect.stringContaining('redact: Error: cannot')]);
  });

  it('turns the survey off when it is misspelled', async () => {
    const { page, prompt, said } = await open(tag('data-metric="nps" data-redact="ppi"'));
    await expect.poll(said).toEqual([expect.stringContaining('Did you mean "pii"?')]);
    await page.waitForTimeout(1300);
    expect(await prompt.count()).toBe(0);
  });
});
