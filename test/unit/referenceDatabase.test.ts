import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import { lockDataDir } from '../../examples/collector/lockDataDir.ts';
import { wholeResponse } from './referenceEvents.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'scorelet-data-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const count = async (from: string, database: Awaited<ReturnType<typeof openDatabase>>) => {
  const [row] = await database.query<{ count: number }>(`select count(*)::integer as count from ${from}`);
  return row?.count;
};

describe('a database on disk', () => {
  it('opens after an interrupted first start', async () => {
    await mkdir(path.join(dataDir, 'postgres.new', 'base'), { recursive: true });
    await writeFile(path.join(dataDir, 'postgres.new', 'PG_VERSION'), '18');
    const database = await openDatabase({ dataDir });
    expect(await count('events', database)).toBe(0);
    await database.close();
  }, 60_000);

  it('keeps its rows and migrations, and refuses a second process while it is open', async () => {
    const first = await openDatabase({ dataDir });
    await createEventStore(first).add(wholeResponse([9, 'good'], { response: 'r1' }));
    const applied = await count('migrations', first);
    await expect(openDatabase({ dataDir, lockPatienceMs: 0 })).rejects.toThrow(
      /is open in another process.*another data folder/,
    );
    await first.close();

    const second = await openDatabase({ dataDir });
    expect(await count('final_answers', second)).toBe(2);
    expect(await count('migrations', second)).toBe(applied);

    await second.query("insert into migrations (id, name) values (999, 'from the future')");
    await second.close();
    await expect(openDatabase({ dataDir })).rejects.toThrow(/migration 999.*newer version/);
    // The failed attempt must have released the lock.
    await (await lockDataDir(dataDir, { lockPatienceMs: 0 })).release();
  }, 60_000);

  it('rolls back a transaction that fails', async () => {
    const database = await openDatabase();
    const failing = database.transaction(async ({ query }) => {
      await query("insert into migrations (id, name) values (500, 'half')");
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await database.query('select id from migrations where id = 500')).toEqual([]);
    await database.close();
  }, 60_000);
});

describe('the lock of a data folder', () => {
  /** Creates the lock of a process that was killed that many seconds ago. */
  const leaveLock = async (secondsAgo: number) => {
    const lock = path.join(dataDir, 'collector.lock');
    await mkdir(lock);
    const time = new Date(Date.now() - 1000 * secondsAgo);
    await utimes(lock, time, time);
  };

  it('is taken over at once when its process was killed long ago', async () => {
    await leaveLock(30);
    const lines: string[] = [];
    const lock = await lockDataDir(dataDir, { log: (line) => lines.push(line), lockPatienceMs: 0 });
    expect(lines).toEqual([]);
    await lock.release();
  });

  it('is waited for, with one log line, when its process was killed a moment ago', async () => {
    await leaveLock(10.5);
    const lines: string[] = [];
    const lock = await lockDataDir(dataDir, { log: (line) => lines.push(line) });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/is locked, perhaps by a process that was killed; waiting up to 15 s/);
    await lock.release();
  }, 15_000);

  it('logs its loss, and assertHeld() then throws', async () => {
    const lines: string[] = [];
    const lock = await lockDataDir(dataDir, { log: (line) => lines.push(line) });
    lock.assertHeld();
    await rm(path.join(dataDir, 'collector.lock'), { recursive: true });
    await expect.poll(() => lines.length, { timeout: 5_000 }).toBe(1);
    expect(() => lock.assertHeld()).toThrow(/was lost/);
    await lock.release();
  }, 15_000);
});
