/**
 * How long the page's main thread is held at a sixth of the speed: the longest piece of our own script, in milliseconds, as the
 * median of several fresh loads, and the long tasks beside those of the same page without us. Figures of one machine at one
 * hour, to be compared with each other: how fast it is just then, unthrottled, stands above them. Nothing here fails.
 * `npm run bench -- [loads] [throttling]`
 */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './findBrowser.mjs';

const RUNS = Number(process.argv[2] ?? 9);
const RATE = Number(process.argv[3] ?? 6);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname.endsWith('.js')) {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(path.join('dist/cdn', pathname)));
  } else if (pathname === '/collect') response.writeHead(204).end();
  else {
    const tag =
      '<script async src="/scorelet.js" data-collector="/collect" data-metric="nps" data-brand="Acme"></script>';
    const html = `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${pathname === '/bare' ? '' : tag}`;
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
  }
});
await new Promise((resolve) => server.listen(0, resolve));
const origin = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });

const load = async (name) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  await page.addInitScript(() => {
    window.seen = { long: 0, scripts: [0] };
    new PerformanceObserver((list) => {
      window.seen.long += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries()) window.seen.scripts.push(...frame.scripts.map(({ duration }) => duration));
    }).observe({ type: 'long-animation-frame', buffered: true });
  });
  await page.goto(origin + name);
  await page.waitForTimeout(3000);
  const seen = await page.evaluate('seen');
  await context.close();
  return { long: seen.long, script: Math.max(...seen.scripts) };
};

/** Milliseconds that ten million steps of arithmetic take at full speed. */
const measureSpeed = async () => {
  const page = await browser.newPage();
  const took = await page.evaluate(() => {
    const started = performance.now();
    let sum = 0;
    for (let step = 0; step < 1e7; step++) sum = Math.imul(sum ^ step, 16777619);
    return performance.now() - started + (sum & 0);
  });
  await page.close();
  return took;
};
const speeds = [];
for (let run = 0; run < RUNS; run++) speeds.push(await measureSpeed());
console.log(
  `this machine now: ten million steps in ${median(speeds).toFixed(1)} ms (median of ${RUNS}, no throttling)`,
);

for (const [title, name] of [
  ['the page without scorelet', '/bare'],
  ['with an NPS popover', '/'],
]) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await load(name));
  console.log(
    `${title}: ${median(runs.map(({ long }) => long))} long tasks, longest script in a long frame ${Math.round(median(runs.map(({ script }) => script)))} ms (medians of ${RUNS} at ${RATE}× throttling)`,
  );
}
await browser.close();
server.close();
