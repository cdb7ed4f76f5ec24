import type { DurablePort, LocalPort, Ports } from '../../src/delivery/outbox/ports.ts';

/** The contract of a storage or lock interface, as a list of rules. Tests check it for the fakes and for the adapters in a real browser. */
export interface PortContract<P> {
  readonly name: string;
  /** Throws when the interface violates the rule. Removes its own keys. */
  check(port: P): Promise<void>;
}

const hold = (holds: boolean, words: string) => {
  if (!holds) throw new Error(words);
};
const toJson = (value: unknown) => JSON.stringify(value);

/** Test keys that nothing else uses. */
const KEYS = ['scorelet:contract 1', 'scorelet:contract 2', 'scorelet:contract 3'] as const;
const VALUE = '{"text":"Ünïcode 好 \\u0000 \ud83d"}';

const local = (name: string, check: (port: LocalPort) => void): PortContract<LocalPort> => ({
  name,
  async check(port) {
    try {
      check(port);
    } finally {
      for (const key of KEYS) port.remove(key);
    }
  },
});

/** The store of strings that tabs share, with synchronous writes. */
export const LOCAL_CONTRACT: readonly PortContract<LocalPort>[] = [
  local('returns null for a missing key', (port) => hold(port.get(KEYS[0]) === null, 'something is there')),
  local('returns a value unchanged in the task that wrote it', (port) => {
    port.set(KEYS[0], VALUE);
    hold(port.get(KEYS[0]) === VALUE, `read ${toJson(port.get(KEYS[0]))}`);
  }),
  local('keeps an empty string', (port) => {
    port.set(KEYS[0], '');
    hold(port.get(KEYS[0]) === '', 'an empty string is not nothing');
  }),
  local('replaces an existing value', (port) => {
    port.set(KEYS[0], 'one');
    port.set(KEYS[0], 'two');
    hold(port.get(KEYS[0]) === 'two', 'the older value is there');
    hold(port.keys().filter((key) => key === KEYS[0]).length === 1, 'the key is there twice');
  }),
  local('lists every key once, without removed keys', (port) => {
    for (const key of KEYS) port.set(key, 'here');
    port.remove(KEYS[1]);
    const found = port.keys().filter((key) => key.startsWith('scorelet:contract '));
    hold(toJson([...found].sort()) === toJson([KEYS[0], KEYS[2]]), `found ${toJson(found)}`);
  }),
  local('returns a list of keys that later removals do not change', (port) => {
    for (const key of KEYS) port.set(key, 'here');
    const found = port.keys();
    const before = found.length;
    for (const key of KEYS) port.remove(key);
    hold(found.length === before, 'the list changed under the loop');
  }),
  local('ignores the removal of a missing key', (port) => port.remove(KEYS[0])),
];

const durable = (name: string, check: (port: DurablePort) => Promise<void>): PortContract<DurablePort> => ({
  name,
  async check(port) {
    try {
      await check(port);
    } finally {
      for (const key of KEYS) await port.remove(key);
    }
  },
});

const read = async (port: DurablePort) => {
  const entries = await port.entries();
  return toJson(entries.filter(([key]) => key.startsWith('scorelet:contract ')).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The store of strings that survive a killed browser. */
export const DURABLE_CONTRACT: readonly PortContract<DurablePort>[] = [
  durable('is empty at first', async (port) => hold((await read(port)) === '[]', await read(port))),
  durable('returns a stored value unchanged', async (port) => {
    await port.put(KEYS[0], VALUE);
    hold((await read(port)) === toJson([[KEYS[0], VALUE]]), await read(port));
  }),
  durable('replaces an existing value', async (port) => {
    await port.put(KEYS[0], 'one');
    await port.put(KEYS[0], 'two');
    hold((await read(port)) === toJson([[KEYS[0], 'two']]), await read(port));
  }),
  durable('accepts many concurrent writes and many concurrent removals', async (port) => {
    await Promise.all(KEYS.map((key) => port.put(key, key)));
    await Promise.all([port.remove(KEYS[0]), port.remove(KEYS[2])]);
    hold((await read(port)) === toJson([[KEYS[1], KEYS[1]]]), await read(port));
  }),
  durable('ignores the removal of a missing key', async (port) => {
    await port.remove(KEYS[0]);
  }),
];

const settle = () => new Promise<void>((resolve) => queueMicrotask(resolve));

/** One lock for all tabs. The contract takes it twice, like two tabs. */
export const LOCK_CONTRACT: readonly PortContract<{ readonly one: Ports['lock']; readonly other: Ports['lock'] }>[] = [
  {
    name: 'runs the task of one tab and refuses a task of another tab until the first has ended',
    async check({ one, other }) {
      let finish = () => {};
      let started = () => {};
      const running = new Promise<void>((resolve) => {
        started = resolve;
      });
      const first = one(() => {
        started();
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      });
      await running;
      let ran = false;
      const second = await other(async () => {
        ran = true;
      });
      hold(!second && !ran, 'both ran at once');
      finish();
      hold(await first, 'the first was told that it did not run');
    },
  },
  {
    name: 'is free again after a task',
    async check({ one, other }) {
      const order: string[] = [];
      hold(await one(async () => void order.push('one')), 'the first did not run');
      // The browser releases the lock in another process, a moment later.
      for (let tries = 0; tries < 100; tries++) {
        if (await other(async () => void order.push('other'))) break;
        await settle();
      }
      hold(toJson(order) === toJson(['one', 'other']), toJson(order));
    },
  },
];
