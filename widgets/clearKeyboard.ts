import type { Prompt } from './extras.ts';

/** The distance between the prompt and the edges of the part of the window that an on-screen keyboard leaves, in CSS pixels. */
const GAP = 8;
/** Above this factor the respondent has zoomed in, which also makes the visible part small. The prompt then stays where it is. */
const ZOOMED = 1.1;

/** The prompts that follow the keyboard. */
const following = new WeakSet<HTMLElement>();

/**
 * Keeps a prompt within the part of the window that an on-screen keyboard leaves, until the keyboard closes. The window itself does not
 * become smaller in iOS and Android, so the keyboard would cover a prompt at the bottom.
 */
export const clearKeyboard = ({ layer, stops }: Pick<Prompt, 'layer' | 'stops'>): void => {
  const { visualViewport: visible } = globalThis;
  const showField = () => {
    const field = (layer.getRootNode() as ShadowRoot).activeElement;
    (field?.closest('[part=question]') ?? field)?.scrollIntoView({ block: 'nearest' });
  };
  // An inline prompt scrolls with the page.
  if (layer.matches('.inline')) showField();
  if (!visible || layer.matches('.inline') || following.has(layer)) return;
  following.add(layer);
  const abort = new AbortController();
  const { signal } = abort;
  const { style } = layer;
  const release = () => {
    style.insetBlock = style.marginBlock = style.maxHeight = '';
    abort.abort();
    following.delete(layer);
  };
  const follow = () => {
    const { height, offsetTop, scale } = visible;
    if (scale > ZOOMED || innerHeight - height < GAP) return release();
    style.maxHeight = `${height - 2 * GAP}px`;
    style.marginBlock = '0';
    style.insetBlock = `${offsetTop + height - GAP - layer.offsetHeight}px auto`;
    showField();
  };
  visible.addEventListener('resize', follow, { signal });
  visible.addEventListener('scroll', follow, { signal });
  // A question that appears below makes the card higher.
  const observer = new ResizeObserver(follow);
  observer.observe(layer);
  signal.addEventListener('abort', () => observer.disconnect());
  stops.push(release);
  follow();
};
