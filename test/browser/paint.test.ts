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

/** Runs code as soon as the prompt is inserted: in the same task, before any frame is painted with it. */
const onPrompt = (code: string) => `<script>
  new MutationObserver((records, observer) => {
    const host = document.querySelector('scorelet-prompt');
    if (!host) return;
    observer.disconnect();
    ${code}
  }).observe(document, { childList: true, subtree: true });
</script>`;

interface FirstFrame {
  /** The elements around a score that are not fully visible. */
  readonly hidden: string[];
  /** The CSS properties that animations change. */
  readonly animated: string[];
  /** The number of events that were stored on the device by then. */
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
  it.each(['nps', 'csat', 'ces'])(
    'the first frame of the prompt for %s shows all of the prompt, which slides in and does not fade in',
    async (metric) => {
      const { page } = await open({
        head: onPrompt(FIRST_FRAME),
        body: tag(`data-metric="${metric}"`),
        context: { reducedMotion: 'no-preference' },
      });
      await page.waitForFunction('window.firstFrame');
      const { hidden, animated } = await page.evaluate<FirstFrame>('firstFrame');
      expect(hidden).toEqual([]);
      expect(animated).toEqual(['translate']);
    },
  );

  it('the first frame of the prompt has no animation when the respondent prefers reduced motion', async () => {
    const { page } = await open({ head: onPrompt(FIRST_FRAME), body: tag(), context: { reducedMotion: 'reduce' } });
    await page.waitForFunction('window.firstFrame');
    expect(await page.evaluate<FirstFrame>('firstFrame')).toMatchObject({ hidden: [], animated: [] });
  });

  it('the first frame of the prompt is painted before any event is recorded', async () => {
    const { page, collector } = await open({ head: onPrompt(FIRST_FRAME), body: tag() });
    await page.waitForFunction('window.firstFrame');
    expect(await page.evaluate<FirstFrame>('firstFrame')).toMatchObject({ recorded: 0 });
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
  });
});

describe('a page that is left as soon as the prompt is inserted', () => {
  it.each([
    ['in the task that inserts the prompt', 'location.href = "/next";'],
    ['before the prompt’s first frame', 'requestAnimationFrame(() => { location.href = "/next"; });'],
    [
      'right after the prompt’s first frame',
      'requestAnimationFrame(() => setTimeout(() => { location.href = "/next"; }));',
    ],
  ])('a page that is left %s sends the displayed event itself', async (_, leave) => {
    // The next page has no scorelet, so only the first page can send the event.
    const files = { '/next': { html: '<!doctype html><title>Next</title>' } };
    const { page, collector } = await open({ head: onPrompt(leave), body: tag(), files });
    await page.waitForURL('**/next');
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
    const records = await page.evaluate(() => `${localStorage.getItem('scorelet:1:f::nps')}`);
    expect(JSON.parse(records).records).toMatchObject([{ outcome: 'displayed' }]);
  });

  it('the displayed event is sent when the browser tab is closed as soon as the prompt is inserted', async () => {
    const { page, collector } = await open({ head: onPrompt('window.there = true;'), body: tag() });
    await page.waitForFunction('window.there', undefined, { polling: 5 });
    await page.close({ runBeforeUnload: false });
    await expect.poll(() => eventsOf(collector, 'displayed').length).toBe(1);
  });

  it('the displayed event is sent once when the URL changes without a page load as soon as the prompt is inserted', async () => {
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

describe('a prompt that is removed before its first frame', () => {
  it('a prompt that is removed before its first frame still sends a displayed and a dismissed event', async () => {
    const { page, collector, prompt } = await open({ head: onPrompt('scorelet.destroy();'), body: tag() });
    await expect.poll(() => eventsOf(collector, 'dismissed').length).toBe(1);
    expect(eventsOf(collector, 'displayed').length).toBe(1);
    await page.waitForTimeout(300);
    expect(await prompt.count()).toBe(0);
  });
});

describe('the frame after a click on a score', () => {
  /** Returns whether the score is checked and whether the comment is drawn: in the task of the click, in its frame and after that frame. */
  const SEEN = `new Promise((resolve) => {
    const root = document.querySelector('scorelet-prompt').shadowRoot;
    const radio = root.querySelector('[value="9"]');
    const seen = [];
    const look = () => seen.push([radio.checked, !!root.querySelector('textarea')]);
    radio.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    look();
    requestAnimationFrame(() => {
      look();
      setTimeout(() => {
        look();
        resolve(seen);
      });
    });
  })`;

  it('shows the checked score; the comment is drawn after it', async () => {
    const { page, prompt } = await open({ body: tag() });
    await prompt.getByRole('radio').first().waitFor();
    // The prompt has recorded its display, so nothing else waits for a paint.
    await page.waitForFunction(
      `document.querySelector('scorelet-prompt').shadowRoot.querySelector('[role=status]').textContent`,
    );
    expect(await page.evaluate(SEEN)).toEqual([
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  it('a click on a score as soon as the prompt is inserted stores the answer and the events before it in the same task', async () => {
    const click = `const radio = host.shadowRoot.querySelector('[value="9"]');
      radio.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
      window.stored = Object.keys(localStorage)
        .filter((key) => key.startsWith('scorelet:1:q:'))
        .map((key) => JSON.parse(JSON.parse(localStorage[key]).json))
        .sort((one, other) => one.data.sequence - other.data.sequence)
        .map(({ type }) => type);`;
    const { page } = await open({ head: onPrompt(click), body: tag() });
    await page.waitForFunction('window.stored');
    expect(await page.evaluate('stored')).toEqual([
      'scorelet.survey.displayed.v1',
      'scorelet.survey.viewed.v1',
      'scorelet.question.answered.v1',
    ]);
  });

  it('a click on a score with a keyboard or an assistive tool draws the comment at once', async () => {
    const { page, prompt } = await open({ body: tag() });
    await prompt.getByRole('radio').first().waitFor();
    expect(
      await page.evaluate(() => {
        const root = document.querySelector('scorelet-prompt')?.shadowRoot;
        root?.querySelector<HTMLElement>('[value="9"]')?.click();
        return !!root?.querySelector('textarea');
      }),
    ).toBe(true);
  });
});
