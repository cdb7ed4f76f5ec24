/** Wires the outbox to a browser: its storage, its locks, its network, and the page's life. Fetched when there is something to deliver. */
import { durableStore } from './browser/durableStore.ts';
import { listen } from './browser/listen.ts';
import { localStore } from './browser/localStore.ts';
import { onPageExit } from './browser/pageExit.ts';
import { toJson } from './browser/toJson.ts';
import { tryLock } from './browser/tryLock.ts';
import { type Report, toDeliveryHooks } from './deliveryHooks.ts';
import type { Consent, ScoreletOptions } from './options.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createHttpTransport } from './transport/httpTransport.ts';

/** What the client has ready, and lends. */
export interface DeliveryEnvironment {
  settings: ScoreletOptions;
  /** The options as the host gave them: the functions are there. */
  options: ScoreletOptions;
  now: () => number;
  report: Report;
  /** Whether events may be kept on the device now. */
  mayPersist: () => boolean;
  /** What respondents allow now. */
  consent: () => Consent;
}

export interface Delivery extends Pick<Outbox, 'add' | 'flush' | 'clear' | 'size' | 'stop'> {
  /** Does what consent says now. */
  obey(): void;
}

/** Takes out of an event what says who it is of and what it is about. */
const toAnonymous = (json: string): string => {
  const { data, ...event } = JSON.parse(json);
  const { respondent, traits, subject, ...rest } = data;
  return toJson({ ...event, data: { ...rest, quality: { ...rest.quality, consent: 'denied' } } });
};

/** Creates the delivery of a client's events. */
export const createDelivery = (environment: DeliveryEnvironment): Delivery => {
  const { settings, options, now, report, mayPersist, consent } = environment;
  const { key } = settings;
  const collector = new URL(settings.collector, location.href).href;
  const queue = `${key ?? ''}@${collector}`;
  const outbox = createOutbox({
    queue,
    persist: mayPersist(),
    hold: consent() === 'pending',
    ports: {
      now,
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      local: localStore,
      durable: durableStore,
      lock: (task) => tryLock(`scorelet ${queue}`, task),
      transport:
        options.transport ??
        createHttpTransport({ collector, key, wire: settings.wire, fetch: fetch.bind(globalThis), now }),
    },
    ...toDeliveryHooks(options, report),
  });
  const stops = [onPageExit(outbox.leave), listen(['online', 'pageshow'], outbox.wake)];
  return {
    ...outbox,
    obey() {
      if (consent() === 'denied') outbox.withdraw(toAnonymous);
      outbox.persist(mayPersist());
      outbox.hold(consent() === 'pending');
    },
    stop() {
      for (const stop of stops) stop();
      outbox.stop();
    },
  };
};
