import { TROUBLE } from '../../memory/keys.ts';
import { createDrain } from './drain.ts';
import { isIdle, NONE, OVER } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import { PARTS } from './parts.ts';
import type { QueuedEvent } from './queuedEvent.ts';
import { YOUNG_MS } from './records.ts';
import { createSender, SOON_MS } from './sender.ts';

/** Holds events until the collector has them, across pages, tabs and crashes. */
export interface Outbox {
  /** Writes an event to the device, in this task, and sends it soon. */
  add(event: QueuedEvent): void;
  /**
   * Sends what waits, even during a pause after a failure; resolves when that attempt has ended. Never sends before the time
   * that Retry-After asked for.
   */
  flush(): Promise<void>;
  /** The page may never run again: sends what waits, in this task, beside a request that has no receipt yet. */
  leave(): void;
  /**
   * The network may be better now (online again, visible again): ends a pause after a failure. A page that is `restored` from
   * the back/forward cache may have lost the responses to its requests.
   */
  wake(restored?: boolean | undefined): void;
  /** Sets whether events may be kept on the device, and whether they are held back. */
  allow(persist: boolean, hold: boolean): void;
  /**
   * Consent is denied: forgets what was on its way; the caller deletes what is on the device. What was never sent stays in
   * memory, as `rewrite` returns it, without the respondent and the subject.
   */
  withdraw(rewrite: (json: string) => string): void;
  /** Sends what waits once more, then forgets it. */
  clear(): void;
  /** Sends what waits once more and stops all timers. What is on the device stays. */
  stop(): void;
}

/** An event that is not urgent waits this long for others. */
const COMPANY_MS = 1000;

/** Creates an outbox. It adopts what other pages left on the device. */
export const createOutbox = (options: OutboxOptions, parts = PARTS): Outbox => {
  const { queue, ports, onUndeliverable } = options;
  const { now, after } = ports;
  const disk = parts.createDisk(ports, options.persist);
  const records = parts.createRecords(disk, queue, now);
  const pace = parts.createPace(disk, TROUBLE + queue, now);
  const sender = createSender(options, records, pace, parts);
  const drain = createDrain(options, records, pace, sender, parts);

  const look = async () => {
    await records.adopt();
    drain.schedule(0);
  };
  // In a task of its own, since it waits for the disk.
  let stopLooking = after(0, () => {
    void look();
    // For records that were too young: their page may just have been left.
    stopLooking = after(YOUNG_MS, look);
  });

  return {
    add(event) {
      for (const { id, json } of records.add(event)) onUndeliverable?.({ id, code: 'evicted', json });
      if (event.urgent) void drain.run('answer');
      else drain.schedule(COMPANY_MS, 'delay');
    },
    flush: () => drain.run('api'),
    leave: drain.leave,
    wake(restored) {
      sender.restart();
      if (restored) {
        // Firefox never settles the requests of a page that went into its cache, nor fires their timeouts.
        drain.abandon();
        for (const record of records.held()) if (!isIdle(record)) record.request = OVER;
      }
      drain.plan(SOON_MS);
      void look();
    },
    allow(persist, hold) {
      // A wait that this tab knows of holds whatever is on the device. It is written only where both states allow it.
      disk.allowed &&= persist;
      const ms = pace.wait();
      disk.allowed = persist;
      pace.hold(ms);
      drain.hold(hold);
      records.keep();
      drain.plan(0);
      void look();
    },
    withdraw(rewrite) {
      const unsent = records.held().filter(({ own, request }) => own && request === NONE);
      disk.allowed = false;
      records.clear();
      pace.clear();
      for (const { id, json } of unsent) records.add({ id, json: rewrite(json), answer: true, urgent: true });
      drain.plan(0);
    },
    clear() {
      drain.leave();
      for (const record of records.held()) records.remove(record);
      pace.clear();
    },
    stop() {
      drain.leave();
      drain.stop();
      stopLooking();
    },
  };
};
