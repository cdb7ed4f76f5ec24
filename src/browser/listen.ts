/**
 * Listens to events of the window, or of another target, in the capture phase, before the host page can stop them. Returns a function that
 * removes the listeners.
 */
export const listen = (
  names: readonly string[],
  callback: (event: Event) => void,
  target: EventTarget | null = globalThis,
  options?: AddEventListenerOptions,
): (() => void) => {
  const abort = new AbortController();
  for (const name of names) {
    target?.addEventListener(name, callback, { capture: true, signal: abort.signal, ...options });
  }
  return () => abort.abort();
};
