/** The host's listeners: what one of them throws is reported, and the others hear all the same. */
import type { Report, Scorelet } from '../api/options.ts';
import type { EventName, ScoreletEvent } from '../schema/index.ts';
import type { Life } from './life.ts';

export const createListeners = (report: Report, life: Life) => {
  const listeners = new Set<(name: EventName, event: ScoreletEvent) => void>();
  const on: Scorelet['on'] = (name, listener) => {
    const hear = (happened: EventName, event: ScoreletEvent) => {
      if (happened === name) listener(event as never);
    };
    listeners.add(hear);
    return () => listeners.delete(hear);
  };
  life.onEnd(() => listeners.clear());
  return {
    on,
    emit(name: EventName, event: ScoreletEvent) {
      for (const hear of [...listeners]) {
        try {
          hear(name, event);
        } catch (cause) {
          report('callback_failed', `on ${name}: ${cause}`, { cause });
        }
      }
    },
  };
};
