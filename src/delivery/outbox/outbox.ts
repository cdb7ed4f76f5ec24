import { createDisk } from './disk.ts';
import { createDrain } from './drain.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import { createPace } from './pace.ts';
import type { QueuedEvent } from './queuedEvent.ts';
import { createRecords, YOUNG_MS } from './records.ts';
import type { FetchRecover } from './recover.ts';

/** Stores events until the collector has accepted them. Events survive page loads and crashes and are shared between tabs. */
export interface Outbox {
  /** Writes an event to the device in the current task, and sends it soon. */
  add(event: QueuedEvent): void;
  /**
   * Sends up to two batches of waiting events, even during the pause after a failed request. Resolves when these requests have ended. Never
   * sends earlier than the collector's Retry-After header allows.
   */
  flush(): Promise<void>;
  /**
   * Sends waiting events in the current task, because the page may never run again. Does so even while another request has no receipt yet.
   */
  leave(): void;
  /**
   * Ends the pause after a failed request, because the network may be better now (the browser is online again, or the page is visible
   * again). A page that is `restored` from the back/forward cache may have lost the responses to its requests.
   */
  wake(restored?: boolean | undefined): void;
  /**
   * Sets whether events may be stored on the device and whether sending is held back, and takes over the stored events of other pages.
   * Before the first call, nothing is stored or sent.
   */
  allow(persist: boolean, hold: boolean): void;
  /**
   * Applies a denied consent. Forgets the events that are being sent; the caller deletes those on the device. Events that were never sent
   * stay in memory after `rewrite` has removed the respondent and the subject. The caller calls `allow` next.
   */
  withdraw(rewrite: (json: string) => string): void;
  /** Sends the waiting events in the current task, then removes the respondent with `rewrite` from those that are sent again. */
  anonymize(rewrite: (json: string) => string): void;
  /** Tries once more to send the waiting events, then stops all timers for good. Stored events stay on the device. */
  stop(): void;
}

/** How long an event that is not urgent waits for other events to share its request. */
const COMPANY_MS = 1000;

/** Creates an outbox for undelivered events. */
export const createOutbox = (options: OutboxOptions, fetchRecover: FetchRecover): Outbox => {
  const disk = createDisk(options);
  const records = createRecords(disk, options);
  const pace = createPace(disk, options);
  const drain = createDrain(options, records, pace, fetchRecover);
  const { held } = records;
  let stopLooking: (() => void) | undefined;
  let isStopped = false;

  const look = async () => {
    const adopted = records.adopt();
    // IndexedDB may take long, or never answer.
    drain.schedule(0);
    await adopted;
    drain.schedule(0);
  };

  return {
    add(event) {
      records.add(event);
      if (event.urgent) void drain.run('answer');
      else drain.schedule(COMPANY_MS, 'delay');
    },
    flush: () => drain.run('api'),
    leave: drain.leave,
    wake(restored) {
      drain.wake(restored);
      void look();
    },
    allow(persist, hold) {
      if (isStopped) return;
      // A pause of this tab applies even if the device has no record of it. The pause is written only when events may be stored.
      disk.allowed &&= persist;
      const ms = pace.wait();
      disk.allowed = persist;
      pace.hold(ms);
      records.keep();
      drain.open(!hold);
      stopLooking?.();
      // Runs in a separate task, so that the events of this task are written to IndexedDB first.
      stopLooking = options.after(0, () => {
        void look();
        // Checks again later for records that were too young to take over, because their page may just have been left.
        stopLooking = options.after(YOUNG_MS, look);
      });
    },
    withdraw(rewrite) {
      for (const { key, own, request } of held.values()) {
        // An event that waited for the paint may have been stored after the caller has deleted the others.
        disk.remove(key);
        if (!own || request) held.delete(key);
      }
      disk.allowed = false;
      pace.clear();
      records.rewrite(rewrite);
    },
    anonymize(rewrite) {
      drain.leave();
      records.rewrite(rewrite);
    },
    stop() {
      isStopped = true;
      drain.leave();
      drain.open(false);
      stopLooking?.();
    },
  };
};
