import { pause, type Tab } from '../faults/engine.ts';
import type { CollectorDouble } from '../helpers/servers.ts';
import { eventsOf } from '../helpers/surveyPage.ts';
import type { Build } from './builds.ts';
import type { HostBrowser, HostTab } from './hostBrowser.ts';
import type { HostilePage } from './hostilePage.ts';
import { LINES, startHostileSite } from './hostileSite.ts';
import { compareLooks, drawBox, type Look } from './look.ts';
import { PROMPT, startVisit, toElement, type Visit } from './visit.ts';

/** The share of pixels of the card that may differ from those on a plain page. */
const MOST_DIFFERENT = 0.001;
/** How long an engine may take to draw. */
const DRAWING_MS = 2000;
const COMMENT = 'fast shipping?';

export interface PageRun {
  /** What did not hold; an empty list when all is well. */
  readonly problems: readonly string[];
  /** The card as it appeared. */
  readonly look: Look | undefined;
}

/** Answers like a respondent: a score, a comment, Submit. `seen` is called before the score is clicked. */
const answer = async (visit: Visit, { before, during }: HostilePage, seen: () => Promise<void>) => {
  await before?.(visit);
  await visit.find(`${PROMPT}.card`);
  await seen();
  await visit.click(`${PROMPT}input[value="9"]`);
  await visit.find(`${PROMPT}textarea`);
  await during?.(visit);
  await visit.click(`${PROMPT}textarea`);
  await visit.type(COMMENT);
  await visit.click(`${PROMPT}button[type=submit]`);
  await visit.find(`${PROMPT}.thanks`);
};

/** Draws the card, away from the pointer. An engine may draw late, so the card has a while to look as on a plain page. */
const drawCard = async (tab: Tab, visit: Visit, isPlain: (look: Look) => boolean): Promise<Look> => {
  await tab.pointAt(1, 1);
  await visit.until(`${toElement(`${PROMPT}.card`)}.getAnimations({ subtree: true }).length === 0`);
  const box = await visit.find(`${PROMPT}.card`);
  const deadline = Date.now() + DRAWING_MS;
  for (;;) {
    const look = await drawBox(tab, box);
    if (isPlain(look) || Date.now() > deadline) return look;
    await pause(100);
  }
};

const checkCollector = async (collector: CollectorDouble): Promise<string[]> => {
  const deadline = Date.now() + 8000;
  while (eventsOf(collector, 'completed').length < 1 && Date.now() < deadline) await pause(50);
  const [completed] = eventsOf(collector, 'completed');
  const given = completed?.answers.map((each) => ('score' in each ? each.score : 'text' in each && each.text));
  const counts = (['displayed', 'completed'] as const).map((name) => [name, eventsOf(collector, name).length] as const);
  return [
    ...(`${given}` === `9,${COMMENT}` ? [] : [`the answers ${given} arrived`]),
    ...counts.filter(([, count]) => count !== 1).map(([name, count]) => `${count} events "${name}" arrived`),
  ];
};

const checkPage = async (visit: Visit, { check }: HostilePage, { client }: Build): Promise<string[]> => {
  const own = check && (await visit.evaluate(check));
  await visit.evaluate(`void ${client}.destroy()`);
  const isLeft = await visit.hasPrompt();
  return [...(own ? [`the page itself: ${own}`] : []), ...(isLeft ? ['the prompt is there after destroy()'] : [])];
};

const readLines = async ({ tab, lines }: HostTab): Promise<string[]> =>
  [...`${await tab.evaluate(LINES)}`.split('\n'), ...lines()]
    .filter((line) => line !== '')
    .map((line) => `console: ${line}`);

/** Opens a page, answers its survey and destroys the client. */
export const runPage = async (
  browser: HostBrowser,
  page: HostilePage,
  build: Build,
  plain?: Look,
): Promise<PageRun> => {
  const site = await startHostileSite(page, build);
  const host = await browser.openTab(site.url);
  const visit = startVisit(host.tab);
  const problems: string[] = [];
  let look: Look | undefined;
  try {
    await answer(visit, page, async () => {
      if (page.hasPlainLook === false) return;
      look = await drawCard(
        host.tab,
        visit,
        (look) => !plain || compareLooks(plain, look, browser.trace) <= MOST_DIFFERENT,
      );
      const different = plain ? compareLooks(plain, look, browser.trace) : 0;
      if (different > MOST_DIFFERENT) problems.push(`${(different * 100).toFixed(2)} % of the pixels differ`);
    });
    problems.push(...(await checkCollector(site.collector)), ...(await checkPage(visit, page, build)));
    problems.push(...(await readLines(host)));
  } catch (error) {
    problems.push(`${error}`.slice(0, 300), ...(await readLines(host).catch((lost) => [`${lost}`])));
  } finally {
    await host.tab.close();
    await site.close();
  }
  return { problems, look };
};
