import type { DurablePort } from '../../src/delivery/outbox/ports.ts';
import type { DurableMode } from './plan.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

const NO_DATABASE = new DOMException('There is no database here.', 'InvalidStateError');

export interface FakeDurableOptions {
  scheduler: Scheduler;
  random: Random;
  /** Called for every key that changes. `onRefused` is called for every refused call. */
  onChange: (key: string, value: string | null) => void;
  onRefused: (key: string) => void;
  /** Called when the database must be deleted; `act` deletes it. */
  onCleared: (act: () => void) => void;
}

/** Runs code in the page that uses the database, unless the page has ended. */
export type Deliver = (run: () => void) => void;

/** One IndexedDB, shared by the tabs of a site. Calls take effect later, and in order. */
export interface FakeDurable {
  open(owner: object, deliver: Deliver): DurablePort;
  mode(): DurableMode;
  setMode(mode: DurableMode): void;
  /** True while a database call of the page is in progress. */
  isBusy(owner: object): boolean;
  /** Ends the page: each open call takes effect or not, at random. Returns the keys of the puts that did not. */
  abandon(owner: object): readonly string[];
  keys(): readonly string[];
  /** Deletes the database after the calls in progress. */
  clear(): void;
}

interface Call {
  readonly owner: object;
  readonly keys: readonly string[];
  stop: () => void;
  happen: (() => void) | undefined;
}

/** Creates a database in memory. */
export const createFakeDurable = ({
  scheduler,
  random,
  onChange,
  onRefused,
  onCleared,
}: FakeDurableOptions): FakeDurable => {
  const values = new Map<string, string>();
  const calls = new Set<Call>();
  let mode: DurableMode = 'works';
  let free = 0;

  /** Transactions of one store run in sequence, across pages. */
  const queue = <T>(owner: object, deliver: Deliver, keys: readonly string[], happen: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      if (mode === 'refuses') {
        for (const key of keys) onRefused(key);
        const refused: Call = { owner, keys: [], stop: () => {}, happen: undefined };
        calls.add(refused);
        refused.stop = scheduler.after(random.whole(0, 5), () => {
          calls.delete(refused);
          deliver(() => reject(NO_DATABASE));
        });
        return;
      }
      const takes = mode === 'slow' ? random.whole(300, 3000) : random.whole(1, 30);
      free = Math.max(free, scheduler.now()) + takes;
      const call: Call = { owner, keys, stop: () => {}, happen: () => happen() };
      calls.add(call);
      call.stop = scheduler.after(free - scheduler.now(), () => {
        call.happen = undefined;
        const result = happen();
        call.stop = scheduler.after(random.whole(0, 3), () => {
          calls.delete(call);
          deliver(() => resolve(result));
        });
      });
    });

  const write = (key: string, value: string | null) => {
    if (value === null) values.delete(key);
    else values.set(key, value);
    onChange(key, value);
  };

  return {
    open: (owner, deliver) => ({
      entries: () => queue(owner, deliver, [], () => [...values]),
      put: (key, value) => queue(owner, deliver, [key], () => write(key, value)),
      remove: (key) =>
        queue(owner, deliver, [key], () => {
          if (values.has(key)) write(key, null);
        }),
    }),
    mode: () => mode,
    setMode(next) {
      mode = next;
    },
    isBusy: (owner) => [...calls].some((call) => call.owner === owner),
    abandon(owner) {
      const lost: string[] = [];
      for (const call of [...calls]) {
        if (call.owner !== owner) continue;
        call.stop();
        calls.delete(call);
        if (!call.happen) continue;
        if (random.chance(0.5)) call.happen();
        else lost.push(...call.keys);
      }
      return lost;
    },
    keys: () => [...values.keys()],
    clear() {
      free = Math.max(free, scheduler.now()) + 1;
      scheduler.after(free - scheduler.now(), () =>
        onCleared(() => {
          for (const key of [...values.keys()]) write(key, null);
        }),
      );
    },
  };
};
