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

/** The focused element as a person would name it. */
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

describe('the keyboard', () => {
  it('knows Home, End, digits and 1 then 0, and commits on Enter without sending the form', async () => {
    const { page, prompt, collector } = await open({ body: tag(), clock: 'running' });
    await prompt.getByRole('radio').first().focus();
    await stopClock(page);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('radio 10');
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('radio 0');
    await page.keyboard.press('7');
    expect(await focused(page)).toBe('radio 7');
    // Longer than the 800 ms between the two digits of a 10, and shorter than the 1.5 s after which a selection counts.
    await page.clock.runFor(900);
    await page.keyboard.type('10');
    expect(await focused(page)).toBe('radio 10');
    await page.keyboard.press('Enter');
    await page.clock.resume();
    // The 7 was not committed before it, nor the 1.
    await expect.poll(() => scores(collector)).toEqual([10]);
    expect(await prompt.getByRole('textbox').count()).toBe(1);
    expect(await focused(page)).toBe('radio 10');
  });

  it('commits a selection that is left alone for a while, once', async () => {
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
    // Answers arrive in their order: a second commit would arrive before the comment.
    await prompt.getByRole('textbox').fill('Late');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('completed'))).toBe(true);
    expect(scores(collector)).toEqual([1]);
  });

  it('types into the comment without the host page hearing a key', async () => {
    const { page, prompt } = await open({
      body: `${tag()}<script>window.heard = []; for (const name of ['keydown', 'keypress', 'keyup']) document.addEventListener(name, (event) => heard.push(event.key));</script>`,
    });
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('textbox').pressSequentially('k');
    expect(await page.evaluate('heard')).toEqual([]);
  });

  it('closes on Escape only while the focus is inside, and gives the focus back', async () => {
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

describe('the focus', () => {
  it('stays where it was when the prompt opens by itself, and goes to the first score when the respondent asked', async () => {
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

  it('never drops to the body while the prompt changes', async () => {
    const { page, prompt } = await open({ body: tag() });
    await prompt.getByRole('radio', { name: '9' }).click();
    expect(await focused(page)).toBe('radio 9');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    expect(await focused(page)).toBe('thanks');
  });
});

describe('the moment', () => {
  it('waits while a modal is open', async () => {
    const { page, prompt } = await open({
      body: `<dialog id="d">Cookies <button onclick="d.close()">OK</button></dialog><script>d.showModal()</script>${tag()}`,
    });
    await page.waitForTimeout(1800);
    expect(await prompt.count()).toBe(0);
    await page.getByRole('button', { name: 'OK' }).click();
    await prompt.getByRole('radio').first().waitFor();
  });

  it('waits while somebody writes, and not for an empty field', async () => {
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
});

describe('answers', () => {
  it('are checked beside the field, in the language of the respondent', async () => {
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

  it('may change until the form is sent; the text stays with the question it answered', async () => {
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

  it('are offered as labels, one below the other, where the survey says so', async () => {
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

  it('are taken inline too, in the page where it was asked to be', async () => {
    const { prompt, collector } = await open({
      body: `<main><p>Was this article helpful?</p><div id="here"></div></main>${tag('data-metric="csat" data-presentation="inline" data-target="#here"')}`,
    });
    await prompt.getByRole('radio', { name: '5' }).click();
    expect(await prompt.evaluate((host) => host.parentElement?.id)).toBe('here');
    await expect
      .poll(() => collector.received.find(({ event }) => event.type.includes('answered'))?.event.data)
      .toMatchObject({ presentation: 'inline' });
  });

  it('can be put off, which is neither an answer nor a no', async () => {
    const { prompt, collector } = await open({ body: tag() });
    await prompt.getByRole('button', { name: 'Ask me later' }).click();
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => collector.received.at(-1)?.event.type).toBe('scorelet.survey.snoozed.v1');
    expect(collector.received.some(({ event }) => event.type.includes('dismissed'))).toBe(false);
  });
});

describe('the page around it', () => {
  it('can not break its look, and is not touched by it', async () => {
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

  it('gives the whole card to 320 px: eleven scores in six columns, nothing wider than the screen', async () => {
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

  it('gets everything back from destroy()', async () => {
    const { page, prompt } = await open({ body: tag() });
    await prompt.getByRole('radio').first().waitFor();
    await page.evaluate('scorelet.destroy()');
    await expect.poll(() => prompt.count()).toBe(0);
    await page.evaluate("scorelet.show('nps', { force: true })");
    expect(await prompt.count()).toBe(0);
  });

  it.each(['nps', 'csat', 'ces'])('finds no fault with axe in the states of %s, light and dark', async (metric) => {
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
  });
});
