import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tryLock } from '../../src/browser/tryLock.ts';

type Answer = (lock: unknown) => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Installs a lock manager. Returns what it was asked. */
const install = (request: (answer: Answer) => Promise<void>) => {
  const asked: unknown[] = [];
  vi.stubGlobal('navigator', {
    locks: {
      request(name: string, options: object, answer: Answer) {
        asked.push([name, options]);
        return request(answer);
      },
    },
  });
  return asked;
};

/** Tries to run a task that counts its runs. */
const tryTask = () => {
  const state = { runs: 0, ran: undefined as boolean | undefined };
  void tryLock('a', async () => {
    state.runs++;
  }).then((ran) => {
    state.ran = ran;
  });
  return state;
};

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a task under a lock', () => {
  it('runs at once when the lock is free, and never waits for it', async () => {
    const asked = install((answer) => answer({}));
    const state = tryTask();
    await pass(0);
    expect(state).toEqual({ runs: 1, ran: true });
    expect(asked).toEqual([['a', { mode: 'exclusive', ifAvailable: true }]]);
    expect(vi.getTimerCount()).toBe(0);
    await pass(10_000);
    expect(state.runs).toBe(1);
  });

  it('reports that it ran when the lock is free again', async () => {
    install(async (answer) => {
      const taken = await answer({});
      await new Promise((resolve) => setTimeout(resolve, 5));
      return taken;
    });
    const state = tryTask();
    await pass(4);
    expect(state).toEqual({ runs: 1, ran: undefined });
    await pass(1);
    expect(state).toEqual({ runs: 1, ran: true });
  });

  it('does not run while another tab has the lock', async () => {
    install((answer) => answer(null));
    const state = tryTask();
    await pass(10_000);
    expect(state).toEqual({ runs: 0, ran: false });
  });

  it('runs after at most five seconds when the lock manager never answers', async () => {
    install(() => new Promise(() => {}));
    const state = tryTask();
    await pass(2999);
    expect(state.runs).toBe(0);
    await pass(2001);
    expect(state).toEqual({ runs: 1, ran: true });
  });

  it.each([{}, null])('runs exactly once when the lock manager answers %j after ten seconds', async (lock) => {
    install(
      (answer) =>
        new Promise((resolve) => {
          setTimeout(() => resolve(answer(lock)), 10_000);
        }),
    );
    const state = tryTask();
    await pass(20_000);
    expect(state).toEqual({ runs: 1, ran: true });
  });

  it('runs exactly once when the lock manager answers between three and five seconds', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.9);
    install(
      (answer) =>
        new Promise((resolve) => {
          setTimeout(() => resolve(answer({})), 4000);
        }),
    );
    const state = tryTask();
    await pass(4100);
    expect(state).toEqual({ runs: 1, ran: true });
    await pass(10_000);
    expect(state.runs).toBe(1);
    vi.restoreAllMocks();
  });

  it.each<[string, () => void]>([
    ['are missing', () => vi.stubGlobal('navigator', {})],
    ['are denied', () => install(() => Promise.reject(new DOMException('denied', 'SecurityError')))],
  ])('runs exactly once within two seconds where locks %s', async (_, prepare) => {
    prepare();
    const state = tryTask();
    await pass(2000);
    expect(state).toEqual({ runs: 1, ran: true });
    await pass(10_000);
    expect(state.runs).toBe(1);
  });
});
