import type { Browser } from 'playwright-core';

const STEPS = `(() => {
  const started = performance.now();
  let sum = 0;
  for (let step = 0; step < 1e7; step++) sum = Math.imul(sum ^ step, 16777619);
  return performance.now() - started + (sum & 0);
})()`;

/** Measures the current speed of the machine: the milliseconds of ten million arithmetic steps without throttling. */
export const measureSpeed = async (browser: Browser): Promise<number> => {
  const page = await browser.newPage();
  const took = await page.evaluate<number>(STEPS);
  await page.close();
  return took;
};
