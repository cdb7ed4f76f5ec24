import { listen } from '../browser/listen.ts';

/**
 * Calls back with the element each time the respondent clicks an element that matches the selector, or its content. Includes open shadow
 * roots and elements that are added later. The page cannot hide the click from scorelet, and clicks in a prompt do not count. Throws when
 * the selector is invalid. Returns a function that removes the listener.
 */
export const onClick = (selector: string, callback: (element: Element) => void): (() => void) => {
  new DocumentFragment().querySelector(selector);
  return listen(['click'], (event) => {
    const path = event.composedPath().filter((each) => each instanceof Element);
    // Takes `matches` from the prototype, because a form can have a field named "matches".
    const found = path.find((each) => Element.prototype.matches.call(each, selector));
    if (found && !path.some(({ localName }) => localName === 'scorelet-prompt')) callback(found);
  });
};
