import { h, type VNode } from 'preact';
import type { NormalSurvey } from '../src/core/session/normalSurvey.ts';
import type { Locale } from '../src/schema/locale.ts';

export interface LayerProps {
  presentation: NormalSurvey['presentation'];
  placement: NormalSurvey['placement'];
  locale: Locale;
  card: VNode;
}

/** Draws the layer: a section above the page or in its flow, or a dialog, with the card in it. */
export const Layer = ({ presentation, placement, locale: { tag, dir, ui }, card }: LayerProps) => {
  const modal = presentation === 'modal';
  return h(
    modal ? 'dialog' : 'section',
    {
      role: modal ? undefined : 'region',
      'aria-label': ui.surveyLabel,
      lang: tag,
      dir,
      class:
        modal || presentation === 'inline' ? `layer ${presentation}` : `layer popover ${presentation} ${placement}`,
    },
    card,
  );
};

/** Opens a layer in the top layer of the page, unless it stands in the page's flow. */
export const openLayer = (layer: HTMLElement, presentation: NormalSurvey['presentation']): void => {
  if (presentation === 'modal') (layer as HTMLDialogElement).showModal();
  else if (presentation !== 'inline' && layer.showPopover) {
    layer.popover = 'manual';
    layer.showPopover();
  }
};
