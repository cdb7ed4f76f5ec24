import { listen } from '../browser/listen.ts';

/**
 * Calls back with the element each time somebody clicks on one that the selector finds, or on something inside it; in open shadow
 * roots too, and whenever the element was added. The page cannot hide the click, and clicks in a prompt do not count. Throws when the
 * selector is invalid. Returns what stops it.
 */
export const onClick = (selector: string, callback: (element: Element) => void): (() => void) => {
  document.createDocumentFragment().querySelector(selector);
  return listen(['click'], (event) => {
    const path = event.composedPath().filter((each) => each instanceof Element);
    // From the prototype: a form can have a field named "matches".
    const found = path.find((each) => Element.prototype.matches.call(each, selector));
    if (found && !path.some(({ localName }) => localName === 'scorelet-prompt')) callback(found);
  });
};
