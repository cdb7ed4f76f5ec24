import type { EventStore } from '../../src/collector/index.ts';
import type { Database } from './database.ts';
import { readHistory } from './history.ts';
import { type EventRow, toEventRow } from './toEventRow.ts';

const COLUMNS: readonly (keyof EventRow)[] = [
  'source',
  'id',
  'type',
  'response_id',
  'sequence',
  'survey_id',
  'survey_version',
  'question_id',
  'metric',
  'variant',
  'scope',
  'scale_min',
  'scale_max',
  'polarity',
  'reason',
  'touchpoint_id',
  'journey_stage',
  'channel',
  'locale',
  'experiment_variant',
  'time_to_resolution_ms',
  'subject_type',
  'subject_id',
  'respondent_id',
  'survey_group',
  'occurred_at',
  'received_at',
  'test',
  'preview',
  'automation',
  'publishable_key',
  'json',
  'data',
];

const INSERT = `insert into events (${COLUMNS.join(', ')})
  values (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})
  on conflict (source, id) do nothing
  returning id`;

interface EventStoreOptions {
  /** Called after a commit with the number of new events. */
  onCommit?: ((added: number) => void) | undefined;
}

/** Creates a store over the database. It keeps the first body of each `(source, id)`. It stores a batch completely or not at all. */
export const createEventStore = (database: Database, { onCommit }: EventStoreOptions = {}): EventStore => ({
  async add(events) {
    const duplicates = await database.transaction(async ({ query }) => {
      const known: string[] = [];
      for (const received of events) {
        const row = toEventRow(received);
        const added = await query(
          INSERT,
          COLUMNS.map((column) => row[column]),
        );
        if (added.length === 0) known.push(received.event.id);
      }
      return known;
    });
    onCommit?.(events.length - duplicates.length);
    return { duplicates };
  },
  historyOf: (respondentId, question) => readHistory(database, respondentId, question),
});
