import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import { afterPaint, settle } from '../browser/afterPaint.ts';
import { durableStore } from '../browser/durableStore.ts';
import { listen } from '../browser/listen.ts';
import { toLocalPort } from '../browser/localPort.ts';
import { page } from '../browser/page.ts';
import { toJson } from '../browser/toJson.ts';
import { spread, tryLock } from '../browser/tryLock.ts';
import type { AdviceOptions } from './advice.ts';
import { toDeliveryHooks } from './deliveryHooks.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import type { QueuedEvent } from './outbox/queuedEvent.ts';
import type { FetchRecover, Recover } from './outbox/recover.ts';
import { createHttpTransport, toAddress } from './transport/httpTransport.ts';

/** The outbox of a client, reduced to the methods that the client uses. */
export interface ClientOutbox extends Pick<Outbox, 'add' | 'flush' | 'stop'> {
  /** Applies the current consent to queued events. */
  obey(): void;
  /** Sends the queued events, and removes the respondent from those that have to wait. */
  anonymize(): void;
}

/** Fetched when the collector did not take all events of a request. */
export interface Recovery {
  /** Creates the function that handles such events, and tells the integrator why the collector did not take them. */
  createRecovery(options: AdviceOptions): Recover;
}

/** Removes the respondent, the traits, the subject and the sampling bucket from an event. */
const toAnonymous = (json: string): string => {
  const event = JSON.parse(json);
  const { data } = event;
  data.respondent = data.traits = data.subject = undefined;
  // The host page's `beforeSend` may have removed it.
  if (data.sampling) data.sampling.bucket = 0;
  return toJson(event);
};

/** The delay before the outbox starts, so that a prompt is painted first. */
const START_DELAY_MS = 1000;

/**
 * Creates the outbox of a client with the browser's storage, locks, network and page lifecycle events. The outbox starts with the first
 * event. To send events of earlier pages, it starts a second later, so that the prompt is painted first.
 */
export const createDelivery = (
  { settings, options, now, report, fetch, mayPersist, state }: ClientEnvironment,
  fetchRecovery: () => Promise<Recovery | undefined>,
): ClientOutbox => {
  const address = toAddress(settings);
  // Waits two seconds at most: a file that never arrives must not hold the lock.
  const fetchRecover: FetchRecover = async () =>
    (await Promise.race([fetchRecovery(), spread()]))?.createRecovery({ address, options, report, fetch });
  const outbox = createOutbox(
    {
      queue: address,
      now,
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      timeout: (ms) => AbortSignal.timeout(ms),
      random: Math.random,
      local: toLocalPort(() => options.storage ?? localStorage),
      durable: options.storage ? undefined : durableStore,
      lock: (task) => tryLock(`scorelet ${address}`, task),
      transport: options.transport ?? createHttpTransport({ address, wire: settings.wire, fetch, now }),
      ...toDeliveryHooks(options, report),
    },
    fetchRecover,
  );

  let isStarted = false;
  const obey = () => {
    isStarted = true;
    if (state.consent === 'denied') outbox.withdraw(toAnonymous);
    outbox.allow(mayPersist(), state.consent === 'pending');
  };
  const start = () => isStarted || obey();
  /** Events that wait for the next paint, in the order of their sequence. */
  const unwritten: QueuedEvent[] = [];
  const write = () => {
    start();
    for (const event of unwritten.splice(0)) outbox.add(event);
  };
  /** Runs an action after the tasks that wait for the next paint. */
  const settled =
    <T>(action: () => T) =>
    () => {
      settle();
      return action();
    };
  const timer = setTimeout(start, START_DELAY_MS);
  // Firefox loses requests that a closing tab makes in `pagehide`, but not those made when the page becomes hidden. Other browsers may fire
  // only `pagehide`.
  const stopListening = listen(['visibilitychange', 'pagehide', 'pageshow', 'online'], (event) => {
    // In this order: what waits for a paint leaves with the page.
    settle();
    if (page.hidden || event.type === 'pagehide') outbox.leave();
    else outbox.wake((event as Partial<PageTransitionEvent>).persisted);
  });

  return {
    add(event) {
      unwritten.push(event);
      // An answer does not wait for the paint: a page process that is killed within that frame would lose it.
      if (event.answer) write();
      else afterPaint(write);
    },
    flush: settled(outbox.flush),
    anonymize: settled(() => outbox.anonymize(toAnonymous)),
    obey: settled(obey),
    stop: settled(() => {
      clearTimeout(timer);
      stopListening();
      outbox.stop();
    }),
  };
};
