/**
 * Calls back when the page may be about to go: hidden first (in the capture phase, before a host can stop it), `pagehide` again.
 * Firefox loses requests made at `pagehide` of a closing tab but not those made at hidden. Returns what stops it.
 */
export const onPageExit = (callback: () => void): (() => void) => {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') callback();
  };
  addEventListener('visibilitychange', onHidden, true);
  addEventListener('pagehide', callback, true);
  return () => {
    removeEventListener('visibilitychange', onHidden, true);
    removeEventListener('pagehide', callback, true);
  };
};
