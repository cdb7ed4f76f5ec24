/**
 * Listens to events of the window in the capture phase, before the host page can stop them. Returns a function that removes the listeners.
 */
export const listen = (
  names: readonly string[],
  callback: (event: Event) => void,
  options?: AddEventListenerOptions,
): (() => void) => {
  const abort = new AbortController();
  for (const name of names) addEventListener(name, callback, { capture: true, signal: abort.signal, ...options });
  return () => abort.abort();
};
