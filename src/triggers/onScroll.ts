import { listen } from '../browser/listen.ts';
import { page } from '../browser/page.ts';
import { afterLoad } from './afterLoad.ts';
import { LOAD_DELAY_MS } from './whenLoaded.ts';

/** Returns the element that scrolls the page. In an app shell, the page itself does not scroll, but a large element in its middle does. */
const findScroller = (): Element => {
  const root = page.scrollingElement ?? page.documentElement;
  const inMiddle = page.elementsFromPoint(innerWidth / 2, innerHeight / 2);
  const isScroller = ({ scrollHeight, clientHeight }: Element) =>
    scrollHeight > clientHeight && 2 * clientHeight > innerHeight;
  return [root, ...inMiddle].find(isScroller) ?? root;
};

/**
 * Calls back once when the page has been scrolled by this percentage; 100 is the end of the page. The first check runs a second after load,
 * when the page has its height. A page that fits into the window counts as scrolled to its end. The height is read on each check, so
 * content that is added later counts. Scrolling in a part of a page that scrolls itself does not count. Returns a function that stops the
 * observation.
 */
export const onScroll = (percent: number, callback: () => void): (() => void) => {
  const look = (scrolled: Node = document) => {
    const scroller = findScroller();
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    if (!scrolled.contains(scroller)) return;
    // With fractional pixels, the scroll position at the end of the page can be up to one pixel too small.
    if (scrollTop + 1 < ((scrollHeight - clientHeight) * percent) / 100) return;
    stop();
    callback();
  };
  let stop = afterLoad(LOAD_DELAY_MS, () => {
    stop = listen(['scroll'], ({ target }) => look(target as Node));
    look();
  });
  return () => stop();
};
