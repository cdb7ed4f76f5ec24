import { page } from '../src/browser/page.ts';
import type { Prompt } from './extras.ts';

/** The number of times that a prompt comes back after the page has removed it. */
const MOST_RETURNS = 3;
/** How long a page has time to draw the container of an inline prompt again. */
const PATIENCE_MS = 1000;

/** Finds the element that the host element of a prompt belongs into, if the page has it now. */
const findPlace = ({ session, options: { presentation, target } }: Prompt): Element | null | undefined => {
  if (presentation !== 'inline' || !target) return page.body;
  const selector = session.survey.target;
  if (target.isConnected) return target;
  return selector ? page.querySelector(selector) : undefined;
};

/** Puts what was in the top layer there again. An element that was removed from the page leaves the top layer. */
const raiseAgain = ({ shadowRoot }: Element): void => {
  for (const popover of shadowRoot?.querySelectorAll<HTMLElement>('[popover]') ?? []) popover.showPopover();
  const dialog = shadowRoot?.querySelector('dialog');
  // The dialog kept its attribute `open`, with which it cannot become a modal.
  dialog?.close();
  dialog?.showModal();
};

/** Moves the focus back to the comment, which loses it when the prompt is removed, so that the respondent goes on writing. */
const refocus = ({ shadowRoot }: Element): void => {
  const field = [...(shadowRoot?.querySelectorAll('textarea') ?? [])].find(({ value }) => value);
  if (page.activeElement === page.body) field?.focus();
};

/**
 * Puts a prompt back that the page has removed: routers replace the body, frameworks draw a container again, scripts delete what they do
 * not know. After the third return, the display ends with the reason `removed`.
 */
export const bringBack = (prompt: Prompt, host: Element): void => {
  const { options, stops } = prompt;
  let returns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const comeBack = (isLastTry?: boolean) => {
    const place = returns < MOST_RETURNS ? findPlace(prompt) : undefined;
    if (place) {
      returns++;
      place.append(host);
      observer.observe(page.documentElement, { childList: true, subtree: true });
      raiseAgain(host);
      refocus(host);
    } else if (isLastTry || returns === MOST_RETURNS) options.close('removed');
    else timer = setTimeout(comeBack, PATIENCE_MS, true);
  };
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    observer.disconnect();
    comeBack();
  });
  stops.push(() => {
    clearTimeout(timer);
    observer.disconnect();
  });
  comeBack();
};
