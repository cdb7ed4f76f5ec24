import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';
import { readAll, startServer } from '../helpers/servers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (body: string, path = '/') => {
  const opened = await openPage(browser, { body, path });
  onTestFinished(opened.close);
  const said = () => opened.lines.filter((line) => line.startsWith('[scorelet]'));
  return { ...opened, said, prompt: opened.page.locator('scorelet-prompt') };
};

const config = (survey: object, settings: object = {}) =>
  `<script type="application/json" data-scorelet>${JSON.stringify({
    collector: 'COLLECTOR/collect',
    mode: 'live',
    ...settings,
    surveys: [{ id: 'a', metric: 'nps', ...survey }],
  })}</script><script async src="COLLECTOR/scorelet.js"></script>`;

describe('a mistake in the look of a prompt', () => {
  it.each<[string, object, object, string]>([
    ['theme', {}, { theme: 'tyde' }, 'theme: expected'],
    ['colour scheme', {}, { colorScheme: 'drak' }, 'Did you mean "dark"?'],
    ['placement', { placement: 'botom-end' }, {}, 'Did you mean "bottom-end"?'],
    ['offset', { offset: { x: -5 } }, {}, 'surveys[0].offset.x: expected'],
    ['style', { style: 'stars' }, {}, 'surveys[0].style: expected'],
    ['presentation', { presentation: 'popup' }, {}, 'surveys[0].presentation: expected'],
    [
      'placement of a banner',
      { presentation: 'banner', placement: 'bottom-end' },
      {},
      '"top" or "bottom" for a banner',
    ],
    ['time after which the thanks close', { closeAfter: '1s' }, {}, "expected at least '8s'"],
  ])('is reported once, and the prompt is shown with the default: %s', async (_, survey, settings, sentence) => {
    const { prompt, said } = await open(config(survey, settings));
    await prompt.getByRole('radio').first().waitFor();
    await expect.poll(said).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    ['left', 'left'],
    ['bottom-left', 'left'],
    ['right', 'right'],
    ['bottom-right', 'right'],
    ['top-right', 'right'],
  ])('is not the placement %s, which is where it says', async (placement, side) => {
    const { page, prompt, said } = await open(config({ placement }));
    const card = prompt.locator('.popover');
    await card.waitFor();
    const box = await card.boundingBox();
    const middle = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    expect(middle < 500 ? 'left' : 'right').toBe(side);
    expect((box?.y ?? 0) < 300).toBe(placement.startsWith('top'));
    expect(said()).toEqual([]);
    expect(await page.title()).toBe('Page');
  });

  it('does not excuse a mistake that would falsify data', async () => {
    const { page, prompt, said } = await open(config({ placement: 'botom-end', max: 7 }));
    await expect.poll(said).toEqual([expect.stringContaining('surveys[0].max: expected')]);
    await page.waitForTimeout(1300);
    expect(await prompt.count()).toBe(0);
  });
});

describe('a mistake of the integrator gets one message', () => {
  it('a script tag without a metric and without a definition', async () => {
    const { said } = await open(tag(''));
    await expect.poll(said).toEqual([expect.stringMatching(/^\[scorelet\] There is no survey\. Add data-metric=/)]);
  });

  it('a script tag without a collector', async () => {
    const { said } = await open('<script async src="COLLECTOR/scorelet.js" data-metric="nps"></script>');
    await expect.poll(said).toEqual([expect.stringContaining('collector: expected')]);
  });

  it('a preview of a survey that does not exist', async () => {
    const { said } = await open(tag('data-metric="nps" data-survey="checkout"'), '/?scorelet-preview=chekout');
    await expect.poll(said).toEqual(['[scorelet] Unknown survey "chekout". Did you mean "checkout"?']);
  });

  it('a link to a survey that does not exist', async () => {
    const { said } = await open(tag('data-metric="nps" data-trigger="manual"'), '/?scorelet=order:9');
    await expect.poll(said).toEqual(['[scorelet] Unknown survey "order". Known: nps.']);
  });

  it('show() of a survey that does not exist', async () => {
    const { page, said } = await open(config({ id: 'post-purchase', trigger: 'manual' }));
    await page.waitForFunction("'show' in (window.scorelet ?? {})");
    expect(await page.evaluate("scorelet.show('postpurchase')")).toEqual({ shown: false, reasons: ['unknown_survey'] });
    await expect.poll(said).toEqual(['[scorelet] Unknown survey "postpurchase". Did you mean "post-purchase"?']);
  });

  it('a language that does not exist', async () => {
    const { prompt, said } = await open(tag('data-metric="nps" data-locale="french"'));
    await prompt.getByText('How likely is it').waitFor();
    expect(said()).toEqual([expect.stringMatching(/^\[scorelet\] No locale "french", using en\. Known: ar,/)]);
  });

  it('identify() with a string', async () => {
    const { page, said } = await open(tag('data-metric="nps" data-trigger="manual"'));
    await page.evaluate("scorelet.push(['identify', 'u-42'])");
    await expect
      .poll(said)
      .toEqual([expect.stringMatching(/^\[scorelet\] Invalid identify\. Expected an object, received "u-42"/)]);
  });

  it('show() of a survey whose definition is invalid', async () => {
    const { page, said } = await open(config({ metric: 'npss', trigger: 'manual' }));
    await expect.poll(said).toHaveLength(1);
    expect(await page.evaluate("scorelet.show('a')")).toEqual({ shown: false, reasons: ['definition'] });
    expect(said()).toHaveLength(1);
  });
});

const CORS = { 'Access-Control-Allow-Origin': '*' };

/** Starts a collector that answers each POST alike, and records the bodies. */
const startWrongCollector = async (status: number, headers: Record<string, string>, body: string) => {
  const posts: string[] = [];
  const server = await startServer(async (request, response) => {
    if (request.method === 'POST') posts.push(await readAll(request));
    response.writeHead(status, headers).end(body);
  });
  onTestFinished(server.close);
  return { ...server, posts };
};

describe('a collector that does not take events', () => {
  const answer = async (address: string) => {
    const opened = await open(
      `<script async src="COLLECTOR/scorelet.js" data-collector="${address}" data-metric="nps"></script>`,
    );
    await opened.prompt.getByRole('radio', { name: '9' }).click();
    return opened;
  };
  const waiting = ({ page }: Awaited<ReturnType<typeof answer>>) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('scorelet:1:q:')).length);

  it.each<[string, number, Record<string, string>, string, string]>([
    ['200 with a body of its own', 200, CORS, '{"ok":true}', '#acknowledgement'],
    ['404', 404, CORS, '', 'there is no collector at this address'],
    ['415', 415, CORS, '', 'content type text/plain'],
    ['500', 500, CORS, '', 'status 500, expected 202 or 204'],
    ['no CORS header', 204, {}, '', 'Access-Control-Allow-Origin: http://localhost:'],
  ])(
    'is named once on the console with its address, and nothing is lost: %s',
    async (_, status, headers, body, words) => {
      const collector = await startWrongCollector(status, headers, body);
      const opened = await answer(`${collector.origin}/events`);
      await expect.poll(opened.said, { timeout: 10_000 }).toEqual([expect.stringContaining(words)]);
      expect(opened.said()[0]).toContain(`Collector ${collector.origin}/events: `);
      expect(opened.said()[0]).toContain('See scorelet/src/collector/README.md');
      // A refusal is probed once an hour, everything else is sent again after seconds.
      const isRefused = status >= 400 && status < 500;
      if (!isRefused) await expect.poll(() => collector.posts.length, { timeout: 10_000 }).toBeGreaterThan(1);
      expect(opened.said()).toHaveLength(1);
      expect(await waiting(opened)).toBeGreaterThan(1);
    },
  );

  it('is not named while the network is down, or when it asks for patience', async () => {
    const patient = await startWrongCollector(503, CORS, '');
    const opened = await answer(patient.origin);
    await expect.poll(() => patient.posts.length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(opened.said()).toEqual([]);
    const gone = await startServer(() => {});
    await gone.close();
    const silent = await answer(gone.origin);
    await silent.page.waitForTimeout(5000);
    expect(silent.said()).toEqual([]);
    expect(await waiting(silent)).toBeGreaterThan(1);
  });

  it('is explained in the debug panel too', async () => {
    const collector = await startWrongCollector(404, CORS, '');
    const opened = await answer(`${collector.origin}/events`);
    await expect.poll(opened.said, { timeout: 10_000 }).toHaveLength(1);
    await opened.page.evaluate('scorelet.debug()');
    await opened.page.getByText('there is no collector at this address').waitFor({ state: 'attached' });
  });
});
