/**
 * Creates the gallery: a screenshot of each scene in Chromium, and a page with all screenshots. `npm run gallery` creates all
 * scenes; `npm run gallery -- narrow banner-top` only those whose names contain one of the words.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { build } from '../../test/tools/build.mjs';
import { ensureBrowser } from '../../test/tools/findBrowser.mjs';
import { ensureFonts } from './ensureFonts.mjs';
import { toGalleryPage } from './galleryPage.mjs';
import { toHostPage } from './hostPage.mjs';
import { SECTIONS } from './scenes.mjs';

const HERE = import.meta.dirname;
const PICTURES = path.join(HERE, 'pictures');
const CDN = 'dist/cdn';
const PAGES = 2;
/** Margin around a prompt in its picture, in CSS pixels. */
const AROUND = 36;
const WIDE = { width: 960, height: 780 };
const NARROW = { width: 320, height: 640 };

/** Serves the host pages of the scenes and the built SDK. */
const startServer = async (scenes) => {
  const server = createServer(async ({ url }, response) => {
    const name = url.slice(1);
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body);
    const scene = scenes.find((each) => each.name === name);
    if (scene) send('text/html; charset=utf-8', toHostPage(scene));
    else if (name === 'host.css') send('text/css', await readFile(path.join(HERE, name)));
    else if (/^[\w-]+\.js$/.test(name)) send('text/javascript', await readFile(path.join(CDN, name)));
    else response.writeHead(204).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
};

/** Performs the actions of a scene in the prompt. Moves the pointer away afterwards. */
const act = async (page, { actions = [], keys, folded, survey }) => {
  const prompt = page.locator('scorelet-prompt');
  if (survey.presentation === 'tab') {
    await prompt.locator('.flap').waitFor();
    if (folded) return;
    await prompt.locator('.flap').click();
  }
  await prompt.locator('.layer .card').waitFor();
  for (const action of actions) {
    if (typeof action === 'number') await prompt.locator(`[role=radiogroup] input[value="${action}"]`).click();
    else if (action === 'submit') await prompt.locator('.submit').click();
    else if (action.pick) await prompt.locator(`.choice [value="${action.pick}"]`).click();
    else if (action.comment) await prompt.locator('textarea').fill(action.comment);
    else if (action.email) await prompt.locator('[type=email]').fill(action.email);
    else await prompt.locator('.choice .field').fill(action.other);
  }
  if (keys) {
    await prompt.locator('input').first().focus();
    for (const key of keys) await page.keyboard.press(key);
  } else if (!actions.includes('submit')) {
    // Only pictures about the keyboard show the focus ring.
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.blur());
  }
  await page.mouse.move(1, 1);
};

/** Returns the part of the page for the picture: the prompt, its anchor, and a margin. */
const toClip = (page, around) =>
  page.evaluate((margin) => {
    const root = document.querySelector('scorelet-prompt').shadowRoot;
    const seen = [...root.querySelectorAll('.layer, .pointer')].filter((element) => element.getClientRects()[0]);
    if (root.querySelector('.pointer')) seen.push(document.querySelector('#track'));
    const boxes = seen.map((element) => element.getBoundingClientRect());
    const folded = root.querySelector('.edge')?.getClientRects()[0] ? 220 : margin;
    const left = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.left)) - folded));
    const top = Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.top)) - margin));
    const right = Math.min(innerWidth, Math.ceil(Math.max(...boxes.map((box) => box.right)) + folded));
    const bottom = Math.min(innerHeight, Math.ceil(Math.max(...boxes.map((box) => box.bottom)) + margin));
    return { x: left, y: top, width: right - left, height: bottom - top };
  }, around);

const draw = async (page, origin, scene) => {
  const { name, dark, contrast, forced, narrow } = scene;
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    contrast: contrast ? 'more' : null,
    forcedColors: forced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await page.goto(`${origin}/${name}`);
  await page.evaluate(() => scorelet.push(['show', 'shown']));
  await act(page, scene);
  const clip = narrow ? undefined : await toClip(page, AROUND);
  const { width, height } = clip ?? NARROW;
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), ...(clip && { clip }), scale: 'device' });
  return { ...scene, width, height };
};

const started = Date.now();
const wanted = process.argv.slice(2);
const isWanted = ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word));
const scenes = SECTIONS.flatMap((section) => section.scenes);

if (!existsSync(`${CDN}/scorelet.js`)) await build({ declarations: false });
ensureFonts();
const server = await startServer(scenes);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
if (wanted.length === 0) await rm(PICTURES, { recursive: true, force: true });
await mkdir(PICTURES, { recursive: true });

const waiting = scenes.filter(isWanted);
const total = waiting.length;
const drawn = new Map();
const failed = [];

/** Takes pictures until none is left. Uses one browser page per viewport width. */
const work = async () => {
  const pages = {};
  const open = async (narrow) => {
    const context = await browser.newContext({
      viewport: narrow ? NARROW : WIDE,
      deviceScaleFactor: 2,
      hasTouch: narrow,
      isMobile: narrow,
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
  for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
    const narrow = scene.narrow === true;
    pages[narrow] ??= await open(narrow);
    try {
      drawn.set(scene.name, await draw(pages[narrow], server.origin, scene));
    } catch (error) {
      failed.push(`${scene.name}: ${error.message.split('\n')[0]}`);
    }
  }
};
await Promise.all(Array.from({ length: PAGES }, work));
await browser.close();
server.stop();

if (wanted.length === 0) {
  const sections = SECTIONS.map(({ title, scenes }) => ({
    title,
    scenes: scenes.flatMap(({ name }) => drawn.get(name) ?? []),
  }));
  await writeFile(path.join(PICTURES, 'index.html'), toGalleryPage(sections));
  await copyFile(path.join(HERE, 'gallery.css'), path.join(PICTURES, 'gallery.css'));
}
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`${drawn.size} of ${total} pictures in ${seconds} s: ${path.relative('.', PICTURES)}/index.html`);
for (const line of failed) console.error(`  failed: ${line}`);
if (failed.length > 0) process.exitCode = 1;
