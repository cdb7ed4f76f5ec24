import { createDisk } from './disk.ts';
import { createDrain } from './drain.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import { createPace } from './pace.ts';
import type { QueuedEvent } from './queuedEvent.ts';
import { createRecords, YOUNG_MS } from './records.ts';

/** Stores events until the collector has accepted them, across pages, tabs and crashes. */
export interface Outbox {
  /** Writes an event to the device, in this task, and sends it soon. */
  add(event: QueuedEvent): void;
  /**
   * Sends waiting events, even during a pause after a failure. Resolves when that attempt has ended. Never sends before the time that
   * Retry-After asked for.
   */
  flush(): Promise<void>;
  /** The page may never run again: sends waiting events in this task, even while another request has no receipt yet. */
  leave(): void;
  /**
   * The network may be better now (online again, visible again): ends a pause after a failure. A page that is `restored` from
   * the back/forward cache may have lost the responses to its requests.
   */
  wake(restored?: boolean | undefined): void;
  /**
   * Sets whether events may be stored on the device and whether they are held back, and adopts the events of other pages. Before the
   * first call, nothing is stored or sent.
   */
  allow(persist: boolean, hold: boolean): void;
  /**
   * For denied consent: forgets the events in requests; the caller deletes those on the device. Events that were never sent stay in
   * memory, as `rewrite` returns them, without the respondent and the subject. A call of `allow` follows.
   */
  withdraw(rewrite: (json: string) => string): void;
  /** Sends waiting events once more, then forgets them. */
  clear(): void;
  /** Sends waiting events once more and stops all timers for good. Stored events stay on the device. */
  stop(): void;
}

/** An event that is not urgent waits this long for others. */
const COMPANY_MS = 1000;

/** Creates an outbox. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const disk = createDisk(options);
  const records = createRecords(disk, options);
  const pace = createPace(disk, options);
  const drain = createDrain(options, records, pace);
  const { held } = records;
  let stopLooking: (() => void) | undefined;
  let isStopped = false;

  const look = async () => {
    await records.adopt();
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
      const isChanged = disk.allowed !== persist;
      // This tab's wait applies even if the device has none. It is written only when events may be stored.
      disk.allowed &&= persist;
      const ms = pace.wait();
      disk.allowed = persist;
      pace.hold(ms);
      if (isChanged) records.keep();
      drain.open(!hold);
      if (stopLooking) return void look();
      // In a separate task, so that the events of this task are written to IndexedDB first.
      stopLooking = options.after(0, () => {
        void look();
        // Runs again for records that were too young, because their page may just have been left.
        stopLooking = options.after(YOUNG_MS, look);
      });
    },
    withdraw(rewrite) {
      const unsent = [...held.values()].filter(({ own, request }) => own && !request);
      disk.allowed = false;
      held.clear();
      pace.clear();
      for (const { id, record } of unsent) records.add({ id, json: rewrite(record.json), answer: true });
    },
    clear() {
      drain.leave();
      for (const each of held.values()) records.remove(each);
      pace.clear();
    },
    stop() {
      isStopped = true;
      drain.leave();
      drain.open(false);
      stopLooking?.();
    },
  };
};
