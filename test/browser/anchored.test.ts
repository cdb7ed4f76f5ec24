import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { boxOf, chunksOf, eventsOf, openSurveys, type SurveyPageOptions, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const anchorAt = (style: string) =>
  `<button id="anchor" style="position:absolute;${style};width:120px;height:40px">Help</button>`;

const open = async (body: string, survey: Record<string, unknown> = {}, options: SurveyPageOptions = {}) => {
  const opened = await openSurveys(
    browser,
    { id: 'a', metric: 'nps', presentation: 'anchored', target: '#anchor', ...survey },
    { body, context: still(1000), ...options },
  );
  onTestFinished(opened.close);
  const { page, prompt } = opened;
  /** Returns the boxes of the anchor, the card and the pointer after two frames. */
  const look = async () => {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))),
    );
    return {
      anchor: (await page.locator('#anchor').boundingBox()) as NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>,
      card: await boxOf(prompt, '.layer'),
      pointer: await boxOf(prompt, '.pointer'),
    };
  };
  return { ...opened, look };
};
const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;

describe('an anchored prompt', () => {
  it('an anchored prompt stands below its anchor, and its pointer points at the middle of the anchor', async () => {
    const { prompt, look, collector } = await open(anchorAt('left:440px;top:60px'));
    await prompt.locator('.beside').waitFor();
    const { anchor, card, pointer } = await look();
    expect(card.top - (anchor.y + anchor.height)).toBeCloseTo(12, 0);
    expect(middle(card)).toBeCloseTo(anchor.x + anchor.width / 2, 0);
    expect(middle(pointer)).toBeCloseTo(anchor.x + anchor.width / 2, 0);
    // Half of the pointer lies inside the card.
    expect((pointer.top + pointer.bottom) / 2).toBeCloseTo(card.top, 0);
    await expect.poll(() => eventsOf(collector, 'displayed')[0]).toMatchObject({ presentation: 'anchored' });
    expect(chunksOf(collector)).toContain('/scorelet-anchored.js');
  });

  it.each([
    ['top', 'left:440px;top:600px'],
    ['start', 'left:800px;top:300px'],
    ['end', 'left:50px;top:300px'],
  ])('an anchored prompt stands on the side of its anchor that the survey names: %s', async (placement, at) => {
    const { prompt, look } = await open(anchorAt(at), { placement, offset: { y: 30 } });
    await prompt.locator('.beside').waitFor();
    const { anchor, card, pointer } = await look();
    const gaps = {
      top: anchor.y - card.bottom,
      start: anchor.x - card.right,
      end: card.left - (anchor.x + anchor.width),
    };
    expect(gaps[placement as 'top']).toBeCloseTo(30, 0);
    if (placement === 'top') expect(middle(pointer)).toBeCloseTo(anchor.x + anchor.width / 2, 0);
    else expect((pointer.top + pointer.bottom) / 2).toBeCloseTo(anchor.y + anchor.height / 2, 0);
  });

  it('the placement "start" means the right side of the anchor in a right-to-left language', async () => {
    const { prompt, look } = await open(
      anchorAt('left:100px;top:300px'),
      { placement: 'start' },
      { settings: { locale: 'ar' } },
    );
    await prompt.locator('.beside').waitFor();
    const { anchor, card } = await look();
    expect(card.left - (anchor.x + anchor.width)).toBeCloseTo(12, 0);
  });

  it('an anchored prompt moves to the opposite side of its anchor when there is no room, and stays inside the window when the comment field appears', async () => {
    const { prompt, look } = await open(anchorAt('left:880px;top:640px'));
    await prompt.locator('.beside').waitFor();
    const before = await look();
    expect(before.anchor.y - before.card.bottom).toBeCloseTo(12, 0);
    expect(before.card.right).toBeLessThanOrEqual(1000 - 8);
    expect(middle(before.pointer)).toBeCloseTo(940, 0);
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').waitFor();
    const { anchor, card } = await look();
    expect(anchor.y - card.bottom).toBeCloseTo(12, 0);
    expect(card.top).toBeGreaterThanOrEqual(8);
  });

  it('an anchored prompt on a phone covers its anchor instead of leaving the window, and hides its pointer then', async () => {
    const { prompt, look, page } = await open(anchorAt('left:100px;top:260px'), {}, { context: still(320, 568) });
    await prompt.locator('.beside').waitFor();
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').waitFor();
    const { card } = await look();
    expect(card.left).toBeGreaterThanOrEqual(8);
    expect(card.right).toBeLessThanOrEqual(312);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.bottom).toBeLessThanOrEqual(568);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await prompt.locator('.pointer').isVisible()).toBe(false);
  });

  it('an anchored prompt follows its anchor when the page is scrolled and when the window is resized', async () => {
    const { page, prompt, look } = await open(
      `<div style="height:2000px;position:relative">${anchorAt('right:400px;top:250px')}</div>`,
    );
    await prompt.locator('.beside').waitFor();
    await page.evaluate('scrollTo(0, 150)');
    const scrolled = await look();
    expect(scrolled.anchor.y).toBeCloseTo(108, 0);
    expect(scrolled.card.top - (scrolled.anchor.y + 40)).toBeCloseTo(12, 0);
    await page.setViewportSize({ width: 1200, height: 700 });
    const resized = await look();
    expect(resized.anchor.x - scrolled.anchor.x).toBeCloseTo(200, 0);
    expect(middle(resized.card)).toBeCloseTo(resized.anchor.x + 60, 0);
    expect(middle(resized.pointer)).toBeCloseTo(resized.anchor.x + 60, 0);
  });

  it.each(['remove()', "style.display = 'none'"])(
    'an anchored prompt moves to the bottom of the window and keeps its answers when its anchor disappears by %s',
    async (way) => {
      const { page, prompt, look, collector } = await open(anchorAt('left:40px;top:60px'));
      await prompt.getByRole('radio', { name: '9' }).click();
      await prompt.getByRole('textbox').pressSequentially('The cof');
      await look();
      await page.evaluate(`document.querySelector('#anchor').${way}`);
      await prompt.locator('.beside').waitFor({ state: 'detached' });
      await prompt.getByRole('textbox').pressSequentially('fee');
      expect(await prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
      expect(await prompt.getByRole('textbox').inputValue()).toBe('The coffee');
      expect(await prompt.locator('.pointer').count()).toBe(0);
      const { left, right, bottom, top } = await boxOf(prompt, '.layer');
      const { height } = await boxOf(prompt, '.card');
      expect(Math.abs(left + right - 1000)).toBeLessThanOrEqual(1);
      expect(bottom).toBeCloseTo(684, 0);
      expect(bottom - top).toBeCloseTo(height, 0);
      await prompt.getByRole('button', { name: 'Submit' }).click();
      await expect
        .poll(() => eventsOf(collector, 'completed')[0]?.answers)
        .toMatchObject([{ score: 9 }, { text: 'The coffee' }]);
    },
  );

  it('an anchored prompt stands at the bottom of the window when no element matches its target', async () => {
    const { prompt, collector, lines } = await open('<p>No anchor</p>');
    await prompt.getByRole('radio', { name: '9' }).click();
    const { bottom } = await boxOf(prompt, '.layer');
    expect(bottom).toBeCloseTo(684, 0);
    expect(await prompt.locator('.pointer').count()).toBe(0);
    await expect.poll(() => eventsOf(collector, 'answered').length).toBe(1);
    expect(lines).toEqual([]);
  });
});

describe('an anchor that is passed to show()', () => {
  it('show() with an anchor element anchors a survey that defines no anchor, and the page fetches the anchored chunk only then', async () => {
    const { page, prompt, look, collector } = await open(
      anchorAt('left:40px;top:60px') + anchorAt('left:700px;top:60px').replace('anchor', 'other'),
      { presentation: undefined, target: undefined, trigger: 'manual' },
    );
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    await page.waitForTimeout(300);
    expect(chunksOf(collector)).toEqual(['/scorelet.js']);
    await page.evaluate("scorelet.push(['show', 'a', { anchor: document.querySelector('#anchor') }])");
    await prompt.locator('.beside').waitFor();
    expect(chunksOf(collector)).toEqual(['/scorelet-anchored.js', '/scorelet-prompt.js', '/scorelet.js']);
    const { anchor, card, pointer } = await look();
    expect(card.top - (anchor.y + anchor.height)).toBeCloseTo(12, 0);
    expect(middle(pointer)).toBeCloseTo(anchor.x + anchor.width / 2, 0);
    await expect.poll(() => eventsOf(collector, 'displayed')[0]).toMatchObject({ presentation: 'anchored' });
    // The prompt returns to its corner when the anchor is removed.
    await page.evaluate("document.querySelector('#anchor').remove()");
    await prompt.locator('.beside').waitFor({ state: 'detached' });
    const { right, bottom, top } = await boxOf(prompt, '.layer');
    expect([right, bottom]).toEqual([984, 684]);
    expect(bottom - top).toBeCloseTo((await boxOf(prompt, '.card')).height, 0);
  });

  it('the anchor element keeps no added style or attribute after the prompt is closed', async () => {
    const { page, prompt } = await open(anchorAt('left:40px;top:60px'));
    await prompt.locator('.beside').waitFor();
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => prompt.count()).toBe(0);
    expect(await page.locator('#anchor').getAttribute('style')).not.toContain('anchor');
    expect(await page.locator('#anchor').evaluate((each) => each.getAttributeNames())).toEqual(['id', 'style']);
  });
});
