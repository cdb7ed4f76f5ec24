import type { PresentOptions } from '../../src/api/present.ts';
import type { Session } from '../../src/core/session/session.ts';

export interface Tab {
  /** Folds the card away with what was said in it, or closes it for good when there is no more to say. */
  close: PresentOptions['close'];
  stop(): void;
}

/** Puts a small tab at the edge of the page that opens the card, and to which the card folds back. */
export const createTab = (
  layer: HTMLElement,
  session: Session,
  { close }: PresentOptions,
  focusFirst: () => void,
  open: () => void,
): Tab => {
  const edge = document.createElement('div');
  edge.className = `layer popover edge ${session.survey.placement}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'flap';
  button.setAttribute('part', 'tab');
  button.setAttribute('aria-expanded', 'false');
  edge.append(button);
  // After the layer, which Preact draws as the first child.
  layer.after(edge);
  layer.hidden = true;
  const word = () => {
    const { tag, dir, ui } = session.locale;
    edge.lang = tag;
    edge.dir = dir;
    button.textContent = `${ui.tab}`;
  };
  word();
  let opened = false;
  const fold = (folded: boolean) => {
    button.setAttribute('aria-expanded', `${!folded}`);
    layer.hidden = folded;
    edge.hidden = !folded;
  };
  button.addEventListener('click', () => {
    fold(false);
    if (!opened) open();
    opened = true;
    focusFirst();
    session.display();
  });
  if (edge.showPopover) {
    edge.popover = 'manual';
    edge.showPopover();
  }
  return {
    close(reason) {
      if (session.state().status !== 'open' || (reason !== 'close_button' && reason !== 'escape')) return close(reason);
      fold(true);
      button.focus();
    },
    stop: session.subscribe(word),
  };
};
