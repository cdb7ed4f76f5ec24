/** Calls back for each of some events of the window, in the capture phase: before the host can stop them. Returns what stops it. */
export const listen = (names: readonly string[], callback: (event: Event) => void): (() => void) => {
  const abort = new AbortController();
  for (const name of names) addEventListener(name, callback, { capture: true, signal: abort.signal });
  return () => abort.abort();
};
