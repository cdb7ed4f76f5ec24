import type { CDPSession, Page } from 'playwright-core';

/** What a page holds after garbage collection. */
export interface Holdings {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Time in which the page ends what it began: announcements and locks. */
const SETTLE_MS = 3000;

/** The longest time in which the outbox delivers what it holds. A thousand prompts leave 2,000 events. */
const DELIVERY_MS = 60_000;

/** Resolves in the page as soon as no store of the outbox holds an event. It deletes its database with the last one. */
const WHEN_DELIVERED = `(async () => {
  const deadline = performance.now() + ${DELIVERY_MS};
  const isQueued = async () =>
    Object.keys(localStorage).some((key) => key.startsWith('scorelet:1:q')) || (await indexedDB.databases()).length > 0;
  while (await isQueued()) {
    if (performance.now() > deadline) throw new Error('Events are left in the outbox.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
})()`;

/** Waits until all events are delivered and the page is at rest, collects garbage, and counts what is left. */
export const readHoldings = async (page: Page, session: CDPSession): Promise<Holdings> => {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(WHEN_DELIVERED);
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
