import { page } from '../../src/browser/page.ts';
import type { Prompt } from '../extras.ts';
import { raise } from '../raise.ts';

/**
 * Shows a small tab at the edge of the page that opens the card. Closing the card folds it into the tab and keeps its replies, until the
 * survey is complete. A folded tab does not count as a display: the client emits `displayed` when the card first opens. Otherwise, response
 * rates would count every respondent who loads the page.
 */
export const createTab = (prompt: Prompt): void => {
  const { session, options, layer, focusFirst, open, stops } = prompt;
  const edge = page.createElement('div');
  edge.className = `layer popover edge ${session.survey.placement}`;
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'flap';
  button.setAttribute('part', 'tab');
  button.setAttribute('aria-expanded', 'false');
  edge.append(button);
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
    if (opened) return focusFirst();
    opened = true;
    open(true);
  });
  raise(edge);
  prompt.close = (reason) => {
    const folds = reason === 'close_button' || reason === 'escape';
    if (session.state().status !== 'open' || !folds) return options.close(reason);
    fold(true);
    button.focus();
  };
  stops.push(session.subscribe(word));
};
