/** The Web Locks of one device: exclusive, granted in the order of the requests. */
import type { FakeTab } from './fakeTab.ts';

interface Hold {
  readonly tab: FakeTab;
}
interface Ask extends Hold {
  readonly grant: (hold: Hold) => void;
}

export const createFakeLocks = () => {
  const holds = new Map<string, Hold>();
  const queues = new Map<string, Ask[]>();
  const queueOf = (name: string) => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    return queue;
  };
  const give = (name: string) => {
    if (holds.has(name)) return;
    const next = queueOf(name).shift();
    if (!next) return;
    holds.set(name, next);
    next.tab.post(0, () => next.grant(next));
  };
  const free = (name: string, hold: Hold) => {
    if (holds.get(name) !== hold) return;
    holds.delete(name);
    give(name);
  };
  return {
    /** Returns the tab that holds the lock with this name. */
    holder: (name: string) => holds.get(name)?.tab,
    /** Releases the locks and requests of a tab, because its page is gone. */
    drop(tab: FakeTab) {
      for (const [name, queue] of queues)
        queues.set(
          name,
          queue.filter((ask) => ask.tab !== tab),
        );
      for (const [name, hold] of [...holds]) if (hold.tab === tab) free(name, hold);
    },
    /** Implements `navigator.locks` for a tab. */
    of: (toTab: () => FakeTab) => ({
      request(name: string, ...given: unknown[]) {
        const tab = toTab();
        const callback = given.at(-1) as (lock: object | null) => unknown;
        const { ifAvailable } = (given.length > 1 ? given[0] : {}) as { ifAvailable?: boolean };
        return new Promise((resolve, reject) => {
          const run = async (hold: Hold) => {
            try {
              resolve(await callback({ name }));
            } catch (error) {
              reject(error);
            } finally {
              free(name, hold);
            }
          };
          tab.post(0, () => {
            if (!holds.has(name)) {
              const hold = { tab };
              holds.set(name, hold);
              void run(hold);
            } else if (ifAvailable) resolve(callback(null));
            else queueOf(name).push({ tab, grant: (hold) => void run(hold) });
          });
        });
      },
      query: () =>
        new Promise((resolve) => toTab().post(0, () => resolve({ held: [...holds.keys()].map((name) => ({ name })) }))),
    }),
  };
};
export type FakeLocks = ReturnType<typeof createFakeLocks>;
