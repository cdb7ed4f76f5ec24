import type { Database } from './database.ts';
import events from './migrations/001_events.sql?raw';
import answers from './migrations/002_answers.sql?raw';
import choices from './migrations/003_choices.sql?raw';
import history from './migrations/004_history.sql?raw';

/** All migrations in order. The statements of a released migration never change; add a new migration instead. */
const MIGRATIONS = [
  { id: 1, name: 'events', script: events },
  { id: 2, name: 'answers', script: answers },
  { id: 3, name: 'choices', script: choices },
  { id: 4, name: 'history', script: history },
] as const;

/** The key of the advisory lock, an arbitrary number. With it, two collectors on one PostgreSQL server migrate one after the other. */
const ADVISORY_LOCK = 7_265_381;

/**
 * Applies all missing migrations in one transaction.
 * @throws Error when a newer version has migrated the database
 */
export const migrate = (database: Database): Promise<void> =>
  database.transaction(async ({ query, run }) => {
    await query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    await run(`create table if not exists migrations (
      id integer primary key,
      name text not null,
      applied_at timestamptz not null default now()
    )`);
    const applied = (await query<{ id: number }>('select id from migrations')).map(({ id }) => id);
    const newest = Math.max(0, ...applied);
    if (newest > MIGRATIONS.length) {
      throw new Error(
        `The database has migration ${newest}, but this version has only ${MIGRATIONS.length}. Start a newer version, or choose another data folder.`,
      );
    }
    for (const { id, name, script } of MIGRATIONS) {
      if (applied.includes(id)) continue;
      await run(script);
      await query('insert into migrations (id, name) values ($1, $2)', [id, name]);
    }
  });
