/**
 * The database interface of the collector. This implementation uses PGlite, PostgreSQL in WebAssembly: the same SQL runs on a server. It
 * takes two seconds to start and half a gigabyte, and does not lock its folder; lockDataDir.ts does.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type LockOptions, lockDataDir } from './lockDataDir.ts';
import { migrate } from './migrate.ts';

export interface Queryable {
  /** Runs one statement; `$1`, `$2` … stand for the parameters. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<readonly Row[]>;
}

interface Transaction extends Queryable {
  /** Runs a script of several statements without parameters, for example a migration. */
  run(script: string): Promise<void>;
}

export interface Database extends Queryable {
  /** Commits when `work` resolves, rolls back when it rejects. Resolves after the commit. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

interface DatabaseOptions extends LockOptions {
  /** The folder of the database; created when it is missing. Without it the database is in memory. */
  dataDir?: string | undefined;
}

const ofPglite = (pglite: PGlite, assertOurs: () => void): Database => ({
  query: async <Row>(sql: string, params: readonly unknown[] = []) => {
    assertOurs();
    return (await pglite.query<Row>(sql, [...params])).rows;
  },
  transaction: async (work) => {
    assertOurs();
    return await pglite.transaction((transaction) =>
      work({
        query: async <Row>(sql: string, params: readonly unknown[] = []) =>
          (await transaction.query<Row>(sql, [...params])).rows,
        run: async (script) => void (await transaction.exec(script)),
      }),
    );
  },
  close: () => pglite.close(),
});

/**
 * Opens the database in a folder. A new database is created under another name and renamed when it is complete: an interrupted
 * first start would otherwise leave an incomplete database that cannot be opened.
 */
const openPglite = async (dataDir: string): Promise<PGlite> => {
  const place = path.join(dataDir, 'postgres');
  if (!existsSync(place)) {
    const draft = path.join(dataDir, 'postgres.new');
    await rm(draft, { recursive: true, force: true });
    await (await PGlite.create(draft)).close();
    await rename(draft, place);
  }
  return PGlite.create(place);
};

/**
 * Opens the embedded database and applies missing migrations. A commit survives a crash of the process, but not a power cut,
 * because PGlite does not force writes to the disk.
 * @throws Error when another process has the folder open
 */
export const openDatabase = async ({ dataDir, ...options }: DatabaseOptions = {}): Promise<Database> => {
  if (dataDir === undefined) {
    const database = ofPglite(await PGlite.create(), () => {});
    await migrate(database);
    return database;
  }
  await mkdir(dataDir, { recursive: true });
  const lock = await lockDataDir(dataDir, options);
  try {
    const pglite = await openPglite(dataDir);
    const database = ofPglite(pglite, lock.assertHeld);
    const close = async () => {
      await pglite.close();
      await lock.release();
    };
    try {
      await migrate(database);
    } catch (error) {
      await pglite.close();
      throw error;
    }
    return { ...database, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
};
