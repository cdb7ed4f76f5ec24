/** Loads a subject without cache in a new browser context and measures the load. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { applyProfile, type Profile } from './profile.ts';
import type { Mode, Subject } from './subject.ts';

/** The figures of a watched load, in milliseconds. The probe requests animation frames until the prompt shows. */
interface Watched {
  paint: number;
  click: number;
}

/** The figures of an unwatched load, in which the probe requests no animation frames. */
interface Unwatched {
  /** Milliseconds of all main-thread tasks, from the insertion of the tag until the page has settled. */
  taskMs: number;
  /** Bytes on the JavaScript heap after garbage collection. */
  heapBytes: number;
  longTasks: number;
  /** Sum of the scores of all layout shifts. */
  shift: number;
}

const TIMEOUT_MS = 60_000;
/** Time after which the host page has settled. */
const HOST_MS = 300;
/** Time after which the prompt's entrance animation has ended. */
const READING_MS = 600;
const POINTING_MS = 100;

interface Loaded {
  page: Page;
  session: CDPSession;
}

const inTime = async <T>(what: string, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not finish in ${TIMEOUT_MS} ms.`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

/** Opens a subject's page, runs `pass` on it and closes it. Throws when the probe reported an error of the page. */
const onPage = async <T>(browser: Browser, address: string, pass: (loaded: Loaded) => Promise<T>): Promise<T> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(address);
    await page.waitForTimeout(HOST_MS);
    const measured = await inTime(address, pass({ page, session }));
    const errors = await page.evaluate<string[]>('__probe.errors');
    if (errors.length > 0) throw new Error(`${address} reported: ${errors.join('; ')}`);
    return measured;
  } finally {
    await context.close();
  }
};

/** Clicks the score with the mouse. Returns the milliseconds from the click to the next paint. */
const click = async (page: Page, score: string): Promise<number> => {
  const selector = JSON.stringify(score);
  const box = await page.evaluate<DOMRect | null>(`__probe.visible(${selector})`);
  if (!box) throw new Error(`${score} is not visible.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(POINTING_MS);
  await page.evaluate(`__probe.armClick(${selector})`);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForFunction('__probe.click !== null');
  return page.evaluate<number>('__probe.click');
};

/** Measures the time from the insertion of the tag to the paint of the prompt, and from a click on a score to the next paint. */
export const loadWatched = (browser: Browser, origin: string, subject: Subject, profile: Profile): Promise<Watched> =>
  onPage(browser, `${origin}/s/${subject.name}/`, async ({ page, session }) => {
    await applyProfile(session, profile);
    const { paint } = await page.evaluate<{ paint: number }>(`__probe.start('show', { watch: true })`);
    await page.waitForTimeout(READING_MS);
    return { paint, click: await click(page, subject.score) };
  });

const readMetric = async (session: CDPSession, wanted: 'TaskDuration' | 'JSHeapUsedSize'): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find(({ name }) => name === wanted);
  if (!metric) throw new Error(`This browser has no metric ${wanted}.`);
  return metric.value;
};

const readHeap = async (session: CDPSession): Promise<number> => {
  // The second collection frees objects that the first one finalized.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return readMetric(session, 'JSHeapUsedSize');
};

/** Returns the durations of long tasks and the scores of layout shifts since the insertion of the tag. */
const SEEN = `({
  long: __probe.long.filter(([start, duration]) => start + duration > __probe.t0).map(([, duration]) => duration),
  shifts: __probe.shifts.filter(([start]) => start > __probe.t0).map(([, score]) => score),
  visible: !!__probe.visible(),
})`;
interface Seen {
  long: number[];
  shifts: number[];
  visible: boolean;
}

/** Measures main-thread time, heap, long tasks and layout shift until the page has settled. */
export const loadUnwatched = (
  browser: Browser,
  origin: string,
  { name }: Subject,
  mode: Mode,
  profile: Profile,
): Promise<Unwatched> =>
  onPage(browser, `${origin}/s/${name}/`, async ({ page, session }) => {
    await session.send('Performance.enable');
    await applyProfile(session, profile);
    const taskBefore = await readMetric(session, 'TaskDuration');
    await page.evaluate(`__probe.start('${mode}', { watch: false })`);
    await page.waitForTimeout(profile.settleMs);
    const taskAfter = await readMetric(session, 'TaskDuration');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const { long, shifts, visible } = await page.evaluate<Seen>(SEEN);
    if (visible !== (mode === 'show'))
      throw new Error(`${name}, ${mode}: the prompt is ${visible ? 'visible, expected none' : 'not visible'}.`);
    return {
      taskMs: (taskAfter - taskBefore) * 1000,
      heapBytes: await readHeap(session),
      longTasks: long.length,
      shift: shifts.reduce((sum, score) => sum + score, 0),
    };
  });
