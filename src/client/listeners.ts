/** The host's listeners: what one of them throws is reported, and the others hear all the same. */
import type { Report, Scorelet } from '../api/options.ts';
import type { EventName, ScoreletEvent } from '../schema/index.ts';
import type { Life } from './life.ts';

export const createListeners = (report: Report, life: Life) => {
  const listeners = new Set<readonly [name: EventName, listener: (event: never) => void]>();
  const on: Scorelet['on'] = (name, listener) => {
    const entry = [name, listener] as const;
    listeners.add(entry);
    return () => listeners.delete(entry);
  };
  life.onEnd(() => listeners.clear());
  return {
    on,
    emit(name: EventName, event: ScoreletEvent) {
      for (const [heard, listener] of [...listeners]) {
        try {
          if (heard === name) listener(event as never);
        } catch (cause) {
          report('callback_failed', `on ${name}: ${cause}`, { cause });
        }
      }
    },
  };
};
