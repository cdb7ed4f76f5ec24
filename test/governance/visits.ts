/** Compares the visit that a device stores with its clock. */
import type { Page } from './page.ts';

const VISIT = 'scorelet:1:v';

/**
 * Returns what is wrong with the visit that a page has continued or begun. A visit from the future would last for ever, or be replaced by
 * each page. Returns nothing when the clock was set after the page was opened.
 */
export const toWrongVisit = ({ tab: { device }, consent, createdAt }: Page, time: number): string | undefined => {
  const stored = device.localStorage.getItem(VISIT);
  if (!device.keeps || consent !== 'granted' || !stored || device.setAt > createdAt) return undefined;
  const { began, seen } = JSON.parse(stored) as { began: number; seen: number };
  const now = device.now();
  const opened = now - (time - createdAt);
  if (began > seen) return `is in a visit that begins ${began - seen} ms after its last page`;
  if (seen > now) return `keeps a visit that lies ${seen - now} ms ahead`;
  return seen < Math.floor(opened) - 1 ? `was opened ${opened - seen} ms after the last page of its visit` : undefined;
};
