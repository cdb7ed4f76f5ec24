import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, type PageOptions, tag } from '../helpers/page.ts';
import { eventsOf } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (options: PageOptions) => {
  const opened = await openPage(browser, options);
  onTestFinished(opened.close);
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};

/** Runs code as soon as the prompt is on the page: in the task that puts it there, before any frame has it. */
const onPrompt = (code: string) => `<script>
  new MutationObserver((records, observer) => {
    const host = document.querySelector('scorelet-prompt');
    if (!host) return;
    observer.disconnect();
    ${code}
  }).observe(document, { childList: true, subtree: true });
</script>`;

interface FirstFrame {
  /** What the respondent could not see, of all that surrounds a score. */
  readonly hidden: string[];
  /** Properties that animations change. */
  readonly animated: string[];
  /** Names of the events that were on the device by then. */
  readonly recorded: number;
}

const FIRST_FRAME = `requestAnimationFrame(() => {
  const root = host.shadowRoot;
  const hidden = [];
  for (let each = root.querySelector('.option span'); each; each = each.parentElement ?? (each === host ? null : each.getRootNode().host)) {
    const { opacity, visibility, display } = getComputedStyle(each);
    if (opacity !== '1' || visibility !== 'visible' || display === 'none') hidden.push(each.className + ' ' + opacity);
  }
  const keyframes = root.getAnimations().flatMap(({ effect }) => effect.getKeyframes());
  const animated = [...new Set(keyframes.flatMap((each) => Object.keys(each)))].filter(
    (name) => !['offset', 'easing', 'composite', 'computedOffset'].includes(name),
  );
  const recorded = Object.keys(localStorage).filter((key) => key.startsWith('scorelet:1:q:')).length;
  window.firstFrame = { hidden, animated, recorded };
});`;

describe('the first frame of the prompt', () => {
  it.each(['nps', 'csat', 'ces'])('shows all of %s: it slides, nothing of it fades in', async (metric) => {
    const { page } = await open({
      head: onPrompt(FIRST_FRAME),
      body: tag(`data-metric="${metric}"`),
      context: { reducedMotion: 'no-preference' },
    });
    await page.waitForFunction('window.firstFrame');
    const { hidden, animated } = await page.evaluate<FirstFrame>('firstFrame');
    expect(hidden).toEqual([]);
    expect(animated).toEqual(['translate']);
  });

  it('moves nothing where the respondent wants no motion', async () => {
    const { page } = await open({ head: onPrompt(FIRST_FRAME), body: tag(), context: { reducedMotion: 'reduce' } });
    await page.waitForFunction('window.firstFrame');
    expect(await page.evaluate<FirstFrame>('firstFrame')).toMatchObject({ hidden: [], animated: [] });
  });

  it('comes before anything is recorded, and what is recorded after it bears the time of the device', async () => {
    const { page, collector } = await open({ head: onPrompt(FIRST_FRAME), body: tag() });
    await page.waitForFunction('window.firstFrame');
    expect(await page.evaluate<FirstFrame>('firstFrame')).toMatchObject({ recorded: 0 });
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
  });
});

describe('a page that is left as soon as the prompt is on it', () => {
  it.each([
    ['in the task that puts it there', 'location.href = "/next";'],
    ['before its first frame', 'requestAnimationFrame(() => { location.href = "/next"; });'],
    ['right after its first frame', 'requestAnimationFrame(() => setTimeout(() => { location.href = "/next"; }));'],
  ])('%s, has displayed it: the collector hears so from this page', async (_, leave) => {
    // The next page has no script of ours that could send what was left.
    const files = { '/next': { html: '<!doctype html><title>Next</title>' } };
    const { page, collector } = await open({ head: onPrompt(leave), body: tag(), files });
    await page.waitForURL('**/next');
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
    const records = await page.evaluate(() => `${localStorage.getItem('scorelet:1:f::nps')}`);
    expect(JSON.parse(records).records).toMatchObject([{ outcome: 'displayed' }]);
  });

  it('by closing the tab, has displayed it too', async () => {
    const { page, collector } = await open({ head: onPrompt('window.there = true;'), body: tag() });
    await page.waitForFunction('window.there', undefined, { polling: 5 });
    await page.close({ runBeforeUnload: false });
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
  });

  it('by another address of the same page, has displayed it once', async () => {
    const { page, collector } = await open({
      head: onPrompt('history.pushState({}, "", "/other");'),
      body: tag(),
    });
    await page.waitForURL('**/other');
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
    await page.waitForTimeout(300);
    expect(eventsOf(collector, 'displayed').length).toBe(1);
  });
});

describe('a prompt that is taken back before its first frame', () => {
  it('was displayed and dismissed: the events of a response are complete', async () => {
    const { page, collector, prompt } = await open({ head: onPrompt('scorelet.destroy();'), body: tag() });
    await expect.poll(() => eventsOf(collector, 'dismissed').length).toBe(1);
    expect(eventsOf(collector, 'displayed').length).toBe(1);
    await page.waitForTimeout(300);
    expect(await prompt.count()).toBe(0);
  });
});
