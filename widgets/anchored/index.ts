/** Places the prompt next to an element of the page. Fetched only for anchored prompts. */
import { arrow, autoUpdate, computePosition, flip, offset, type Side, shift } from '@floating-ui/dom';
import type { Place } from '../../src/api/present.ts';
import css from './anchored.css';

/** In CSS pixels: from anchor to card, from card to window edge, half the pointer's width, and the card's corner radius. */
const GAP = 12;
const EDGE = 8;
const POINTER = 6;
const CORNER = 20;

/** Converts `start` and `end` to a physical side, because Floating UI places by physical sides. */
const toSide = (placement: string, rtl: boolean): Side => {
  if (placement === 'start' || placement === 'end') return (placement === 'start') === rtl ? 'right' : 'left';
  return placement.startsWith('top') ? 'top' : 'bottom';
};

/** Keeps the layer next to the anchor. If the anchor disappears, the prompt moves to its corner and keeps its replies. */
export const place: Place = (layer, anchor, survey) => {
  const root = layer.getRootNode() as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  // Outside the layer, because the layer clips its content. In the top layer, so that it stays above the card.
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
    // The anchor is removed or hidden.
    if (!anchor.getClientRects()[0]) return stop();
    const { x, y, placement, middlewareData } = await computePosition(anchor, layer, {
      strategy: 'fixed',
      placement: toSide(survey.placement, layer.dir === 'rtl'),
      middleware: [
        offset(survey.offset?.y ?? GAP),
        // Along the anchor's side, `shift` moves the card instead of flipping it.
        flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['bottom', 'top', 'right', 'left'] }),
        // The card may cover its anchor, but must not leave the window.
        shift({ padding: EDGE, crossAxis: true }),
        arrow({ element: pointer, padding: CORNER }),
      ],
    });
    if (stopped) return;
    layer.classList.add('beside');
    put(layer, x, y);
    const { width, height } = layer.getBoundingClientRect();
    const { arrow: at, shift: by } = middlewareData;
    // When no side has room, the card covers the anchor, and the pointer is hidden.
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
