/** A small client-side router for the three pages of the help desk. */

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'new' }
  | { readonly page: 'ticket'; readonly id: string };

export const toRoute = (path: string): Route => {
  if (path === '/new') return { page: 'new' };
  const id = /^\/tickets\/(\w+)$/.exec(path)?.[1];
  return id ? { page: 'ticket', id } : { page: 'list' };
};

/** Goes to a path without loading the document. Keeps the query, for example the preview and the mode. */
export const goTo = (path: string): void => {
  if (path === location.pathname) return;
  history.pushState(undefined, '', path + location.search);
  dispatchEvent(new PopStateEvent('popstate'));
};

/** Calls the listener whenever the page changes. Returns a function that unsubscribes it. */
export const onRoute = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
};

/** Click handler of links inside the app. Clicks with a modifier key keep the browser's behaviour, for example a new tab. */
export const followLink = (event: MouseEvent & { currentTarget: EventTarget | null }): void => {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  goTo(link.pathname);
};
