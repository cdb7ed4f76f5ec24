import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, type PageOptions, stopClock, tag } from '../helpers/page.ts';

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

/** Returns a readable name of the focused element. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return active instanceof HTMLInputElement
      ? `${active.type} ${active.value}`
      : active?.id || active?.className || active?.tagName;
  });

const scores = (collector: Awaited<ReturnType<typeof open>>['collector']) =>
  collector.received.flatMap(({ event }) =>
    event.type === 'scorelet.question.answered.v1' && event.data.answer.kind === 'score'
      ? [event.data.answer.score]
      : [],
  );

describe('the keyboard in a prompt', () => {
  it('Home, End, digits and 1 followed by 0 choose a score, and Enter commits the score without submitting the form', async () => {
    const { page, prompt, collector } = await open({ body: tag(), clock: 'running' });
    await prompt.getByRole('radio').first().focus();
    await stopClock(page);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('radio 10');
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('radio 0');
    await page.keyboard.press('7');
    expect(await focused(page)).toBe('radio 7');
    // Longer than the 800 ms allowed between the two digits of a 10, and shorter than the 1.5 s after which a selection is committed.
    await page.clock.runFor(900);
    await page.keyboard.type('10');
    expect(await focused(page)).toBe('radio 10');
    await page.keyboard.press('Enter');
    await page.clock.resume();
    // Neither the 7 nor the 1 was committed before the 10.
    await expect.poll(() => scores(collector)).toEqual([10]);
    expect(await prompt.getByRole('textbox').count()).toBe(1);
    expect(await focused(page)).toBe('radio 10');
  });

  it('a score that is selected by keyboard is committed once, after a pause', async () => {
    const { page, prompt, collector } = await open({ body: tag(), clock: 'running' });
    await prompt.getByRole('radio').first().focus();
    await stopClock(page);
    await page.keyboard.press('Space');
    await page.clock.runFor(1400);
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(1600);
    await page.clock.resume();
    await expect.poll(() => scores(collector)).toEqual([1]);
    await page.keyboard.press('Tab');
    // Answers arrive in order: a second commit of the score would arrive before the comment.
    await prompt.getByRole('textbox').fill('Late');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('completed'))).toBe(true);
    expect(scores(collector)).toEqual([1]);
  });

  it('keys that are typed into the comment do not reach the host page', async () => {
    const { page, prompt } = await open({
      body: `${tag()}<script>window.heard = []; for (const name of ['keydown', 'keypress', 'keyup']) document.addEventListener(name, (event) => heard.push(event.key));</script>`,
    });
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('textbox').pressSequentially('k');
    expect(await page.evaluate('heard')).toEqual([]);
  });

  it('Escape closes the prompt only while the focus is inside, and the focus returns to the host page', async () => {
    const { page, prompt, collector } = await open({ body: `<button id="own">Own</button>${tag()}` });
    await prompt.getByRole('radio').first().waitFor();
    await page.locator('#own').focus();
    await page.keyboard.press('Escape');
    expect(await prompt.count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect.poll(() => prompt.count()).toBe(0);
    expect(await focused(page)).toBe('own');
    await expect
      .poll(() => collector.received.at(-1)?.event.data)
      .toMatchObject({ reason: 'escape', answeredCount: 0 });
  });
});

describe('the focus in a prompt', () => {
  it('the focus moves to the first score when show() is called with takeFocus, and returns to the button when Escape is pressed', async () => {
    const { page, prompt } = await open({
      body: `<input id="search"><button id="ask" onclick="scorelet.show('nps', { takeFocus: true })">Ask</button>${tag('data-metric="nps" data-trigger="manual"')}`,
    });
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    await page.locator('#ask').click();
    await prompt.getByRole('radio').first().waitFor();
    expect(await focused(page)).toBe('radio 0');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('ask');
  });

  it.each([
    ['the element that took its id', '<button id="ask">New</button>', 'ask'],
    ['the main content', '', 'content'],
  ])('when the button is gone, the focus moves to %s', async (_, after, id) => {
    const { page, prompt } = await open({
      body: `<main id="content"><div id="place"><button id="ask" onclick="scorelet.show('nps', { takeFocus: true })">Ask</button></div></main>${tag('data-metric="nps" data-trigger="manual"')}`,
    });
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    await page.locator('#ask').click();
    await prompt.getByRole('radio').first().waitFor();
    await page.evaluate((html) => {
      (document.getElementById('place') as HTMLElement).innerHTML = html;
    }, after);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe(id);
    // The page is as it was when the focus moves on.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await page.locator('[tabindex]').count()).toBe(0);
  });

  it('the focus is never lost to the body while the prompt changes', async () => {
    const { page, prompt } = await open({ body: tag() });
    await prompt.getByRole('radio', { name: '9' }).click();
    expect(await focused(page)).toBe('radio 9');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    expect(await focused(page)).toBe('thanks');
  });
});

describe('the comment in a prompt', () => {
  const completed = (collector: Awaited<ReturnType<typeof open>>['collector']) =>
    collector.received.flatMap(({ event }) => (event.type === 'scorelet.survey.completed.v1' ? [event] : []));

  it.each(['Control+Enter', 'Meta+Enter'])('%s submits it, and Enter begins a new line', async (keys) => {
    const { page, prompt, collector } = await open({ body: tag() });
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').focus();
    await page.keyboard.type('Good');
    await page.keyboard.press('Enter');
    await page.keyboard.type('tea');
    await page.keyboard.press(keys);
    await prompt.getByText('Thank you').waitFor();
    await expect.poll(() => completed(collector)[0]?.data.answers).toMatchObject([{ score: 9 }, { text: 'Good\ntea' }]);
  });

  it.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    [
      'the close button',
      (page: Page) => page.locator('scorelet-prompt').getByRole('button', { name: 'Close' }).click(),
    ],
  ])('is there again at the next display of the response after %s', async (_, leave) => {
    const manual = tag('data-metric="nps" data-trigger="manual"');
    const { page, prompt, collector } = await open({ body: manual });
    const show = async () => {
      await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
      await page.evaluate("scorelet.show('nps', { force: true })");
      await prompt.getByRole('radio').first().waitFor();
    };
    await show();
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('textbox').fill('Too slow');
    await leave(page);
    await expect.poll(() => prompt.count()).toBe(0);
    // A draft does not bring the prompt back by itself, neither now nor on the next page.
    await page.reload();
    await page.waitForTimeout(1500);
    expect(await prompt.count()).toBe(0);
    await show();
    expect(await prompt.getByRole('textbox').inputValue()).toBe('Too slow');
    expect(await prompt.getByRole('radio', { name: '3' }).isChecked()).toBe(true);
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => completed(collector)[0]?.data.answers.at(-1)).toMatchObject({ text: 'Too slow' });
    // One response in all, with a sequence without gaps.
    expect(new Set(collector.received.map(({ event }) => event.subject)).size).toBe(1);
    const sequence = collector.received.map(({ event }) => event.data.sequence).sort((a, b) => a - b);
    expect(sequence).toEqual(sequence.map((_, index) => index));
    // What was submitted leaves no draft behind.
    await prompt.getByRole('button', { name: 'Close' }).click();
    await show();
    expect(await prompt.getByRole('textbox').count()).toBe(0);
  });
});

describe('a comment that was begun before a logout', () => {
  it('is not there for the next person', async () => {
    const { page, prompt } = await open({ body: tag('data-metric="nps" data-trigger="manual"') });
    const show = async () => {
      await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
      await page.evaluate("scorelet.show('nps', { force: true })");
      await prompt.getByRole('radio').first().waitFor();
    };
    await show();
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('textbox').fill('My diagnosis');
    await page.evaluate('scorelet.reset()');
    await expect.poll(() => prompt.count()).toBe(0);
    // The copy in the tab is written after the next paint.
    await page.waitForTimeout(300);
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('My diagnosis');
    await page.reload();
    await show();
    expect(await prompt.getByRole('textbox').count()).toBe(0);
  });
});

describe('a due prompt', () => {
  it('a due prompt waits while a modal of the host page is open', async () => {
    const { page, prompt } = await open({
      body: `<dialog id="d">Cookies <button onclick="d.close()">OK</button></dialog><script>d.showModal()</script>${tag()}`,
    });
    await page.waitForTimeout(1800);
    expect(await prompt.count()).toBe(0);
    await page.getByRole('button', { name: 'OK' }).click();
    await prompt.getByRole('radio').first().waitFor();
  });

  it('a due prompt waits while the respondent types into a field of the host page, but not for an empty field', async () => {
    const body = `<input id="search" autofocus>${tag()}`;
    const empty = await open({ body });
    await empty.prompt.getByRole('radio').first().waitFor();
    const { page, prompt } = await open({ body, clock: 'stopped' });
    await page.locator('#search').pressSequentially('blue shoes');
    await page.clock.resume();
    await page.waitForTimeout(1800);
    expect(await prompt.count()).toBe(0);
    await page.locator('#search').blur();
    await prompt.getByRole('radio').first().waitFor();
  });

  it.each([
    ['a checked radio button', '<input id="field" type="radio" value="red" checked>'],
    ['a read-only field', '<input id="field" readonly value="https://shop.example/4711">'],
    ['a list', '<select id="field"><option>red</option></select>'],
  ])('a due prompt does not wait while %s of the host page has the focus', async (_name, field) => {
    const { prompt } = await open({ body: `${field}<script>field.focus()</script>${tag()}` });
    await prompt.getByRole('radio').first().waitFor();
  });

  it.each([
    ['a custom element with text', '<x-field id="field" tabindex="0"></x-field><script>field.value = "blue"</script>'],
    ['an editable element', '<div id="field" contenteditable></div>'],
  ])('a due prompt waits while %s of the host page has the focus', async (_name, field) => {
    const { page, prompt } = await open({ body: `${field}<script>field.focus()</script>${tag()}` });
    await page.waitForTimeout(1800);
    expect(await prompt.count()).toBe(0);
    await page.locator('#field').blur();
    await prompt.getByRole('radio').first().waitFor();
  });
});

describe('answers', () => {
  it('answers are validated, and the error appears next to the field in the respondent’s language', async () => {
    const { page, prompt, collector } = await open({
      body: `<script type="application/json" data-scorelet>{ "collector": "COLLECTOR/collect", "mode": "live", "locale": "fr", "surveys": [
        { "id": "a", "metric": "nps", "followUp": { "required": true, "maxLength": 20 } } ] }</script><script async src="COLLECTOR/scorelet.js"></script>`,
    });
    await prompt.getByRole('button', { name: 'Envoyer' }).click();
    await prompt.getByText('Veuillez répondre à cette question.').waitFor();
    expect(await prompt.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
    expect(await focused(page)).toBe('radio 0');
    await prompt.getByRole('radio', { name: '2' }).click();
    await prompt.getByRole('button', { name: 'Envoyer' }).click();
    await prompt.getByText('Veuillez répondre à cette question.').waitFor();
    await prompt.getByRole('textbox').fill('x'.repeat(21));
    await prompt.getByRole('button', { name: 'Envoyer' }).click();
    await prompt.getByText('Nombre maximal de caractères').waitFor();
    await prompt.getByRole('textbox').fill('Trop lent');
    await prompt.getByRole('button', { name: 'Envoyer' }).click();
    await prompt.getByText('Merci pour votre retour').waitFor();
    await expect.poll(() => collector.received.filter(({ event }) => event.type.includes('completed')).length).toBe(1);
  });

  it('answers may change until the form is submitted, and the comment stays with the question it answered', async () => {
    const { prompt, collector } = await open({ body: tag() });
    await prompt.getByRole('radio', { name: '10' }).click();
    await prompt.getByRole('textbox', { name: /What did you like most/ }).fill('The coffee');
    await prompt.getByRole('radio', { name: '2' }).click();
    expect(await prompt.getByRole('textbox', { name: /What did you like most/ }).inputValue()).toBe('The coffee');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    const completed = () => collector.received.find(({ event }) => event.type.includes('completed'))?.event.data;
    await expect.poll(completed).toMatchObject({
      answers: [
        { kind: 'score', score: 2, segment: 'detractor', commit: { changes: 1 } },
        { kind: 'text', text: 'The coffee', askedSegment: 'promoter', segmentChanged: true },
      ],
    });
  });

  it('answers are offered as labels when the survey has the style "label"', async () => {
    const { prompt, collector } = await open({ body: tag('data-metric="csat" data-style="label" data-brand="Acme"') });
    await prompt.getByRole('radio', { name: 'Satisfied', exact: true }).click();
    await expect
      .poll(() => collector.received.find(({ event }) => event.type.includes('answered'))?.event.data)
      .toMatchObject({
        answer: {
          score: 4,
          segment: 'satisfied',
          scale: { style: 'label', labels: expect.arrayContaining(['Neutral']) },
        },
      });
  });

  it('an inline prompt inside its target element accepts answers', async () => {
    const { prompt, collector } = await open({
      body: `<main><p>Was this article helpful?</p><div id="here"></div></main>${tag('data-metric="csat" data-presentation="inline" data-target="#here"')}`,
    });
    await prompt.getByRole('radio', { name: '5' }).click();
    expect(await prompt.evaluate((host) => host.parentElement?.id)).toBe('here');
    await expect
      .poll(() => collector.received.find(({ event }) => event.type.includes('answered'))?.event.data)
      .toMatchObject({ presentation: 'inline' });
  });

  it('a prompt that is postponed with "Ask me later" sends a snoozed event, and neither an answer nor a dismissed event', async () => {
    const { prompt, collector } = await open({ body: tag() });
    await prompt.getByRole('button', { name: 'Ask me later' }).click();
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => collector.received.at(-1)?.event.type).toBe('scorelet.survey.snoozed.v1');
    expect(collector.received.some(({ event }) => event.type.includes('dismissed'))).toBe(false);
  });

  it('a prompt no longer offers "Ask me later" when a score is chosen', async () => {
    const { prompt } = await open({ body: tag() });
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').waitFor();
    expect(await prompt.getByRole('button', { name: 'Ask me later' }).count()).toBe(0);
  });
});

describe('a prompt in its host page', () => {
  it('the styles of the host page do not change the prompt, and scorelet adds one global to the page', async () => {
    const hostile = `<style>*{all:unset!important} html{font-size:4px} div,section,p,span,label,fieldset{display:inline!important;color:red!important;border:9px solid red!important}</style>`;
    const { page, prompt } = await open({ head: hostile, body: `<h1 id="own">Own</h1>${tag()}` });
    await prompt.getByRole('radio').first().waitFor();
    const look = await prompt.evaluate((host) => {
      const card = host.shadowRoot?.querySelector('.card');
      const option = host.shadowRoot?.querySelector('.option span');
      return [
        card && getComputedStyle(card).backgroundColor,
        option?.getBoundingClientRect().height,
        card && getComputedStyle(card).fontSize,
      ];
    });
    expect(look).toEqual(['rgb(255, 255, 255)', 44, '16px']);
    expect(await page.evaluate(() => Object.keys(window).filter((key) => key.includes('score')))).toEqual(['scorelet']);
  });

  it('a prompt fits into 320 px: eleven scores in two rows, and nothing is wider than the screen', async () => {
    const { page, prompt } = await open({
      body: tag(),
      context: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
    });
    await prompt.getByRole('radio', { name: '9' }).tap();
    const boxes = await prompt
      .getByRole('radio')
      .evaluateAll((inputs) => inputs.map((input) => input.getBoundingClientRect()));
    expect(Math.min(...boxes.map(({ width }) => width))).toBeGreaterThanOrEqual(24);
    expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    expect(new Set(boxes.map(({ top }) => top)).size).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await prompt.getByRole('textbox').waitFor();
    const card = await prompt.evaluate((host) =>
      host.shadowRoot?.querySelector('.card')?.getBoundingClientRect().toJSON(),
    );
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(320);
  });

  it('destroy() removes the prompt, and show() has no effect afterwards', async () => {
    const { page, prompt } = await open({ body: tag() });
    await prompt.getByRole('radio').first().waitFor();
    await page.evaluate('scorelet.destroy()');
    await expect.poll(() => prompt.count()).toBe(0);
    await page.evaluate("scorelet.show('nps', { force: true })");
    expect(await prompt.count()).toBe(0);
  });

  it.each(['nps', 'csat', 'ces'])(
    'axe finds no fault in any state of the prompt for %s, in light and dark mode',
    async (metric) => {
      const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, prompt } = await open({
          body: `<main><h1>Page</h1></main>${tag(`data-metric="${metric}" data-brand="Acme"`)}`,
          context: { colorScheme },
        });
        await prompt.getByRole('radio').first().waitFor();
        await page.addScriptTag({ path: source });
        const check = async (state: string) => {
          await prompt.evaluate(async (host) => {
            await Promise.allSettled(host.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
          });
          const found = await page.evaluate(async () => {
            const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
            const rules = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };
            const { violations, incomplete } = await axe.run('scorelet-prompt', { rules });
            return [...violations, ...incomplete].map(
              ({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
            );
          });
          expect(found, `${state} ${colorScheme}`).toEqual([]);
        };
        await check('rating');
        await prompt.getByRole('button', { name: 'Submit' }).click();
        await check('error');
        await prompt.getByRole('radio', { name: '5' }).click();
        await check('revealed');
        await prompt.getByRole('button', { name: 'Submit' }).click();
        await check('thanks');
      }
    },
  );
});
