import type { CDPSession, Page } from 'playwright-core';

/** What a page holds after garbage collection. */
export interface Holdings {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Time in which the page ends what it began: announcements, the outbox, locks. */
const SETTLE_MS = 3000;

/** Waits until the page is at rest, collects garbage, and counts what is left. */
export const readHoldings = async (page: Page, session: CDPSession): Promise<Holdings> => {
  await page.waitForTimeout(SETTLE_MS);
  await session.send('Performance.enable');
  // The second collection frees objects that the first one finalized.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (wanted: string): number => {
    const metric = metrics.find(({ name }) => name === wanted);
    if (!metric) throw new Error(`This browser has no metric ${wanted}.`);
    return metric.value;
  };
  return { heapBytes: read('JSHeapUsedSize'), nodes: read('Nodes'), listeners: read('JSEventListeners') };
};
