import { h, type VNode } from 'preact';
import { MORE } from '../src/core/session/more.ts';
import type { NormalSurvey } from '../src/core/session/normalSurvey.ts';
import type { Locale } from '../src/schema/locale.ts';

export interface LayerProps {
  presentation: NormalSurvey['presentation'];
  placement: NormalSurvey['placement'];
  locale: Locale;
  card: VNode;
}

/** Draws what stands above the page, or in it, and in it the card. */
export const Layer = ({ presentation, placement, locale: { tag, dir, ui }, card }: LayerProps) => {
  const modal = MORE && presentation === 'modal';
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

/** Puts a layer on top of the page, where its presentation does. */
export const openLayer = (layer: HTMLElement, presentation: NormalSurvey['presentation']): void => {
  if (MORE && presentation === 'modal') (layer as HTMLDialogElement).showModal();
  else if (presentation !== 'inline' && layer.showPopover) {
    layer.popover = 'manual';
    layer.showPopover();
  }
};
