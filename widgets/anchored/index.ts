/** Places the prompt next to an element of the page. This code is fetched only for anchored prompts. */

import { arrow, autoUpdate, computePosition, flip, offset, type Side, shift } from '@floating-ui/dom';
import type { Place } from '../../src/api/present.ts';
import { page } from '../../src/browser/page.ts';
import { raise } from '../raise.ts';
import css from './anchored.css';

/**
 * Distances in CSS pixels: from the anchor to the card, from the card to the edge of the window, half the width of the pointer, and the
 * corner radius of the card.
 */
const GAP = 12;
const EDGE = 8;
const POINTER = 6;
const CORNER = 20;

/** Converts the placements `start` and `end` to left or right, because Floating UI does not know logical sides. */
const toSide = (placement: string, rtl: boolean): Side => {
  if (placement === 'start' || placement === 'end') return (placement === 'start') === rtl ? 'right' : 'left';
  return placement.startsWith('top') ? 'top' : 'bottom';
};

/** Keeps the layer of the prompt next to the anchor. If the anchor disappears, the prompt moves to its corner and keeps its replies. */
export const place: Place = (layer, anchor, survey) => {
  const root = layer.getRootNode() as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  // The pointer is outside the layer, because the layer clips its content. It is in the top layer, so that it stays above the card.
  const pointer = page.createElement('i');
  // It has the colours of the card.
  pointer.className = 'card pointer';
  pointer.setAttribute('aria-hidden', 'true');
  root.append(pointer);
  raise(pointer);
  const put = (element: HTMLElement, x: number, y: number) => {
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
  };
  let stopped = false;
  const update = async () => {
    // The anchor was removed or hidden.
    if (!anchor.getClientRects()[0]) return stop();
    const { x, y, placement, middlewareData } = await computePosition(anchor, layer, {
      strategy: 'fixed',
      placement: toSide(survey.placement, layer.dir === 'rtl'),
      middleware: [
        offset(survey.offset?.y ?? GAP),
        // Along the side of the anchor, `shift` moves the card; the card does not flip there.
        flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['bottom', 'top', 'right', 'left'] }),
        // The card may cover its anchor, but must not extend beyond the window.
        shift({ padding: EDGE, crossAxis: true }),
        arrow({ element: pointer, padding: CORNER }),
      ],
    });
    if (stopped) return;
    layer.classList.add('beside');
    put(layer, x, y);
    const { width, height } = layer.getBoundingClientRect();
    const { arrow: at, shift: by } = middlewareData;
    // When no side of the anchor has space for the card, the card covers the anchor, and the pointer is hidden.
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
