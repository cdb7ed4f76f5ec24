import { listen } from './listen.ts';

/** After one of these a page of its own making may be at another address. */
const EVENTS = ['popstate', 'hashchange', 'click', 'keyup', 'submit'];

/**
 * Calls back when the page has changed its address without being loaded anew. Nothing is patched and nothing polls: the
 * Navigation API says it; a browser without one is looked at in the task after what a person did. There a router that first
 * fetches and then moves is noticed with the next thing that somebody does. Returns what stops it.
 */
export const onUrlChange = (callback: () => void): (() => void) => {
  let { href } = location;
  const look = () => {
    if (href === location.href) return;
    href = location.href;
    callback();
  };
  // An element with the id "navigation" has the same name, and a sandboxed frame has an API without entries that says nothing.
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
