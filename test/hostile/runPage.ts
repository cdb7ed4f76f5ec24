import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openPage, tag } from '../helpers/page.ts';
import { startServer } from '../helpers/servers.ts';
import { eventsOf, still } from '../helpers/surveyPage.ts';
import type { HostilePage } from './hostilePage.ts';

/** The share of pixels of the card that may differ from those on a plain page. */
const MOST_DIFFERENT = 0.001;
const COMMENT = 'fast shipping?';

const toFiles = (libraries: readonly string[]) =>
  Object.fromEntries(
    libraries.map((file, index) => [
      `/library-${index}.js`,
      { html: readFileSync(`node_modules/${file}`, 'utf8'), headers: { 'Content-Type': 'text/javascript' } },
    ]),
  );

/** Returns the share of pixels in which two PNG pictures differ by more than a trace. */
const compare = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (sources) => {
      const pictures = await Promise.all(
        sources.map(async (source) => createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())),
      );
      const [first, second] = pictures.map((picture) => {
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        canvas?.drawImage(picture, 0, 0);
        return canvas?.getImageData(0, 0, picture.width, picture.height);
      });
      if (!first || !second || first.width !== second.width || first.height !== second.height) return 1;
      let different = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        const by = [0, 1, 2].map((part) => Math.abs((first.data[at + part] ?? 0) - (second.data[at + part] ?? 0)));
        if (Math.max(...by) > 8) different++;
      }
      return different / (first.width * first.height);
    },
    [one, other].map((picture) => picture.toString('base64')),
  );

export interface PageRun {
  /** What did not hold; an empty list when all is well. */
  readonly problems: readonly string[];
  /** A picture of the card as it appeared. */
  readonly picture: Buffer | undefined;
}

/** Answers the survey of a page like a respondent: a score, a comment, Submit. Then destroys the client. */
export const runPage = async (browser: Browser, hostile: HostilePage, plain?: Buffer): Promise<PageRun> => {
  const { head = '', body = '<h1>Shop</h1>', libraries = [], before, during, check, hasPlainLook = true } = hostile;
  const files = toFiles(libraries);
  const loaded = Object.keys(files).map((file) => `<script src="${file}"></script>`);
  const silent = await startServer(() => new Promise(() => {}));
  const opened = await openPage(browser, {
    head: `${loaded.join('')}${head}`,
    body: `${body}${hostile.tag ?? tag()}`.replaceAll('SILENT', silent.origin),
    files,
    context: still(1000),
    waitUntil: 'commit',
  });
  const { page, collector, lines } = opened;
  const problems: string[] = [];
  let picture: Buffer | undefined;
  try {
    await before?.(page);
    const prompt = page.locator('scorelet-prompt');
    await prompt.locator('.card').first().waitFor({ timeout: 20_000 });
    if (hasPlainLook) {
      picture = await prompt.locator('.card').screenshot();
      const different = plain ? await compare(page, plain, picture) : 0;
      if (different > MOST_DIFFERENT) problems.push(`${(different * 100).toFixed(2)} % of the pixels differ`);
    }
    await prompt.locator('input[value="9"]').click({ force: true });
    await prompt.locator('textarea').waitFor();
    await during?.(page);
    await prompt.locator('textarea').click();
    await page.keyboard.type(COMMENT);
    await prompt.locator('button[type=submit]').click();
    await prompt.locator('.thanks').waitFor();
    const deadline = Date.now() + 8000;
    while (eventsOf(collector, 'completed').length < 1 && Date.now() < deadline) await page.waitForTimeout(50);
    const [completed] = eventsOf(collector, 'completed');
    const given = completed?.answers.map((answer) =>
      'score' in answer ? answer.score : 'text' in answer && answer.text,
    );
    if (`${given}` !== `9,${COMMENT}`) problems.push(`the answers ${given} arrived`);
    for (const name of ['displayed', 'completed'] as const) {
      const count = eventsOf(collector, name).length;
      if (count !== 1) problems.push(`${count} events "${name}" arrived`);
    }
    const own = check && (await page.evaluate<string>(check));
    if (own) problems.push(`the page itself: ${own}`);
    await page.evaluate('scorelet.destroy()');
    if ((await page.locator('scorelet-prompt').count()) > 0) problems.push('the prompt is there after destroy()');
    problems.push(...lines.filter((line) => !line.startsWith('host:')).map((line) => `console: ${line}`));
  } catch (error) {
    problems.push(`${error}`.slice(0, 300), ...lines);
  } finally {
    await opened.close();
    await silent.close();
  }
  return { problems, picture };
};
