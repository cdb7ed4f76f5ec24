import { PNG } from 'pngjs';
import type { Tab } from '../faults/engine.ts';
import type { Box } from './visit.ts';

/** What a box of the viewport looks like. */
export type Look = PNG;

/** Draws a box of a tab's viewport. */
export const drawBox = async (tab: Tab, box: Box): Promise<Look> => {
  const viewport = PNG.sync.read(await tab.picture());
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  const width = Math.ceil(box.x + box.width) - x;
  const height = Math.ceil(box.y + box.height) - y;
  const look = new PNG({ width, height });
  PNG.bitblt(viewport, look, x, y, width, height);
  return look;
};

/** Returns the share of pixels in which two looks differ by more than a trace: a difference of a color channel, out of 255. */
export const compareLooks = (one: Look, other: Look, trace: number): number => {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const by = [0, 1, 2].map((part) => Math.abs((one.data[at + part] ?? 0) - (other.data[at + part] ?? 0)));
    if (Math.max(...by) > trace) different++;
  }
  return different / (one.width * one.height);
};
