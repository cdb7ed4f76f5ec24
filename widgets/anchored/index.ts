/** Keeps the prompt beside an element of the page; fetched for anchored prompts only. */
import { arrow, autoUpdate, computePosition, flip, offset, type Side, shift } from '@floating-ui/dom';
import type { Place } from '../../src/api/present.ts';
import css from './anchored.css';

/** CSS pixels: from the anchor to the card, from the card to the edge of the window, half of the pointer, and the card's rounding. */
const GAP = 12;
const EDGE = 8;
const POINTER = 6;
const CORNER = 20;

/** Sides are said for people who read from left to right or from right to left; the window knows only one. */
const toSide = (placement: string, rtl: boolean): Side => {
  if (placement === 'start' || placement === 'end') return (placement === 'start') === rtl ? 'right' : 'left';
  return placement.startsWith('top') ? 'top' : 'bottom';
};

/** Puts the layer beside the anchor and keeps it there. When the anchor goes, it stands in its corner again, with all that was said. */
export const place: Place = (layer, anchor, survey) => {
  const root = layer.getRootNode() as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  // Beside the layer, whose edges clip; above it, in the top layer as it is.
  const pointer = document.createElement('i');
  pointer.className = 'pointer';
  pointer.ariaHidden = 'true';
  root.append(pointer);
  if (pointer.showPopover) {
    pointer.popover = 'manual';
    pointer.showPopover();
  }
  const put = (element: HTMLElement, x: number, y: number) => {
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
  };
  let stopped = false;
  const update = async () => {
    // Gone, or not to be seen.
    if (!anchor.getClientRects()[0]) return stop();
    const { x, y, placement, middlewareData } = await computePosition(anchor, layer, {
      strategy: 'fixed',
      placement: toSide(survey.placement, layer.dir === 'rtl'),
      middleware: [
        offset(survey.offset?.y ?? GAP),
        // Along the anchor's side there is always room: the card is shifted, not turned.
        flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['bottom', 'top', 'right', 'left'] }),
        // Rather over its anchor than out of the window.
        shift({ padding: EDGE, crossAxis: true }),
        arrow({ element: pointer, padding: CORNER }),
      ],
    });
    if (stopped) return;
    layer.classList.add('beside');
    put(layer, x, y);
    const { width, height } = layer.getBoundingClientRect();
    const { arrow: at, shift: by } = middlewareData;
    // Without a side of its own the card covers the anchor, and points at nothing.
    const covers = at?.centerOffset || by?.[at?.x === undefined ? 'x' : 'y'];
    pointer.dataset.side = covers ? 'none' : placement;
    put(
      pointer,
      x + (at?.x ?? (placement === 'left' ? width - POINTER : -POINTER)),
      y + (at?.y ?? (placement === 'top' ? height - POINTER : -POINTER)),
    );
  };
  const stopUpdates = autoUpdate(anchor, layer, () => void update());
  const stop = () => {
    stopped = true;
    stopUpdates();
    pointer.remove();
    layer.classList.remove('beside');
    layer.style.left = layer.style.top = '';
  };
  return stop;
};
