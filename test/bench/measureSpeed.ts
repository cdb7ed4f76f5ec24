import type { Browser } from 'playwright-core';

const STEPS = `(() => {
  const started = performance.now();
  let sum = 0;
  for (let step = 0; step < 1e7; step++) sum = Math.imul(sum ^ step, 16777619);
  return performance.now() - started + (sum & 0);
})()`;

/** Returns the milliseconds that ten million steps of arithmetic take without throttling: the speed of the machine at this moment. */
export const measureSpeed = async (browser: Browser): Promise<number> => {
  const page = await browser.newPage();
  const took = await page.evaluate<number>(STEPS);
  await page.close();
  return took;
};
