import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Database, openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import type { EventStore } from '../../src/collector/index.ts';

/** Opens the reference collector's database in memory for the tests of a file, and empties it before each test. */
export const withEventDatabase = (): { database: Database; store: EventStore } => {
  const kept = {} as { database: Database; store: EventStore };
  beforeAll(async () => {
    kept.database = await openDatabase();
    kept.store = createEventStore(kept.database);
  }, 60_000);
  afterAll(() => kept.database.close());
  beforeEach(async () => {
    await kept.database.query('delete from events');
  });
  return kept;
};
