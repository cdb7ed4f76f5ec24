import { listen } from '../browser/listen.ts';
import { afterLoad, LOAD_DELAY_MS } from './afterLoad.ts';

/**
 * Calls back once when the page has been scrolled so far: in percent of the way that there is to scroll, 100 being its end.
 * Looks first a second after load, when the page has its height: then a page that fits into the window has been seen to its
 * end. The height is asked for anew each time, so content that comes later makes the way longer. What scrolls within the page
 * is not the page. Returns what stops it.
 */
export const onScroll = (percent: number, callback: () => void): (() => void) => {
  const look = () => {
    const { scrollTop, scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
    // The end is a fraction of a pixel off where pixels are not whole.
    if (scrollTop + 1 < ((scrollHeight - clientHeight) * percent) / 100) return;
    stop();
    callback();
  };
  let stop = afterLoad(LOAD_DELAY_MS, () => {
    stop = listen(['scroll'], ({ target }) => target === document && look());
    look();
  });
  return () => stop();
};
