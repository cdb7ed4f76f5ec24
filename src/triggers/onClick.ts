import { listen } from '../browser/listen.ts';

/**
 * Calls back with what was found each time somebody clicks on an element that the selector finds, or on something in it:
 * whenever it came, in open shadow roots too. The page can't keep the click from us, and clicks in a prompt are no clicks on
 * the page. Throws at once when the selector is none. Returns what stops it.
 */
export const onClick = (selector: string, callback: (element: Element) => void): (() => void) => {
  document.createDocumentFragment().querySelector(selector);
  return listen(['click'], (event) => {
    const path = event.composedPath().filter((each) => each instanceof Element);
    // Asked of the prototype: in a form, a field may be named "matches".
    const found = path.find((each) => Element.prototype.matches.call(each, selector));
    if (found && !path.some(({ localName }) => localName === 'scorelet-prompt')) callback(found);
  });
};
