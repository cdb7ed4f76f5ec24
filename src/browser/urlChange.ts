import { listen } from './listen.ts';

/** After one of these, a single-page application may be at another address. */
const EVENTS = ['popstate', 'hashchange', 'click', 'keyup', 'submit'];

/**
 * Calls back when the page changes its address without a load. The Navigation API reports it. In a browser without that API, the
 * address is compared in the task after each thing a person does, so a router that fetches first and moves later is noticed with the
 * next one. `history.pushState` is not patched, because two scripts that patch it cannot both undo it; nothing polls. Returns what
 * stops it.
 */
export const onUrlChange = (callback: () => void): (() => void) => {
  let { href } = location;
  const look = () => {
    if (href === location.href) return;
    href = location.href;
    callback();
  };
  // An element with the id "navigation" has the same name; in a sandboxed frame the API has no entries and reports nothing.
  const { navigation } = globalThis as { navigation?: EventTarget & { currentEntry?: object | null } };
  if (navigation?.currentEntry) {
    navigation.addEventListener('currententrychange', look);
    return () => navigation.removeEventListener('currententrychange', look);
  }
  let timer: ReturnType<typeof setTimeout>;
  const stopListening = listen(EVENTS, () => {
    clearTimeout(timer);
    timer = setTimeout(look);
  });
  return () => {
    clearTimeout(timer);
    stopListening();
  };
};
