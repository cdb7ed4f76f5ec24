import type { Listener } from '../api/clientEnvironment.ts';
import type { Scorelet } from '../api/options.ts';

/** Stores the listeners that the host page adds with `on()`. The recorder of a display calls them. */
export const createListeners = () => {
  const listeners = new Set<Listener>();
  const on: Scorelet['on'] = (name, listener) => {
    const entry: Listener = [name, listener];
    listeners.add(entry);
    return () => listeners.delete(entry);
  };
  return { listeners, on };
};
