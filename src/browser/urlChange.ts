import { listen } from './listen.ts';

/** User actions after which a single-page application may have changed its URL. */
const ACTIONS = ['popstate', 'hashchange', 'click', 'keyup', 'submit'];

/**
 * Calls back when the page changes its URL without a page load. Uses the Navigation API. Without that API, compares the URL in the task
 * after each user action, so the URL change of a router that fetches before it navigates is noticed only at the next action. Does not patch
 * `history.pushState`, because two scripts that patch it cannot both undo it. Does not poll. Returns a function that stops the observation.
 */
export const onUrlChange = (callback: () => void): (() => void) => {
  let { href } = location;
  const look = () => {
    if (href === location.href) return;
    href = location.href;
    callback();
  };
  // An element with the id "navigation" shadows the global `navigation`. In a sandboxed frame, the Navigation API has no entries and fires
  // no events.
  const { navigation } = globalThis as { navigation?: EventTarget & { currentEntry?: object | null } };
  if (navigation?.currentEntry) {
    navigation.addEventListener('currententrychange', look);
    return () => navigation.removeEventListener('currententrychange', look);
  }
  let timer: ReturnType<typeof setTimeout>;
  const stopListening = listen(ACTIONS, () => {
    clearTimeout(timer);
    timer = setTimeout(look);
  });
  return () => {
    clearTimeout(timer);
    stopListening();
  };
};
