import type { Ports } from '../../src/delivery/outbox/ports.ts';
import type { Deliver } from './fakeDurable.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** One lock for the tabs of a site. Without the Web Locks API (plain http) a task runs unconditionally after 0 to 2 s. */
export interface FakeLock {
  open(owner: object, deliver: Deliver): Ports['lock'];
  holds(owner: object): boolean;
  /** Releases the lock of a page that has ended. */
  abandon(owner: object): void;
}

/** Creates a lock that is taken only when it is free. A caller never waits for it. */
export const createFakeLock = (scheduler: Scheduler, random: Random, present: boolean): FakeLock => {
  let holder: object | undefined;
  const gone = new WeakSet<object>();
  const release = (owner: object) => {
    if (holder === owner) holder = undefined;
  };
  return {
    open: (owner, deliver) => (task) =>
      new Promise((resolve, reject) => {
        const run = (end: () => void) => {
          task()
            .finally(end)
            .then(() => resolve(true), reject);
        };
        if (!present) {
          scheduler.after(random.next() * 2000, () => deliver(() => run(() => {})));
          return;
        }
        // The lock manager is in another process, so the answer comes later.
        scheduler.after(random.whole(0, 2), () => {
          // The page may have ended meanwhile.
          if (gone.has(owner)) return;
          const free = !holder;
          if (free) holder = owner;
          deliver(() => {
            if (free) run(() => scheduler.after(0, () => release(owner)));
            else resolve(false);
          });
        });
      }),
    holds: (owner) => holder === owner,
    abandon(owner) {
      gone.add(owner);
      release(owner);
    },
  };
};
