/** Which page is shown, and how one gets from one to another without loading the document again. */

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'new' }
  | { readonly page: 'ticket'; readonly id: string };

export const toRoute = (path: string): Route => {
  if (path === '/new') return { page: 'new' };
  const id = /^\/tickets\/(\w+)$/.exec(path)?.[1];
  return id ? { page: 'ticket', id } : { page: 'list' };
};

/** Keeps what the address asks for (a preview, a mode) on the way. */
export const goTo = (path: string): void => {
  if (path === location.pathname) return;
  history.pushState(undefined, '', path + location.search);
  dispatchEvent(new PopStateEvent('popstate'));
};

/** Calls back whenever the page changes. Returns what stops it. */
export const onRoute = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
};

/** Follows a link inside the app, unless the person wants a new tab or window. */
export const followLink = (event: MouseEvent & { currentTarget: EventTarget | null }): void => {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  goTo(link.pathname);
};
