import type { Mutant } from './mutant.ts';

const RECORDS = 'src/delivery/outbox/records.ts';
const DISK = 'src/delivery/outbox/disk.ts';
const PACE = 'src/delivery/outbox/pace.ts';
const BATCH = 'src/delivery/outbox/batch.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are pieces of source.
/** Bugs in what is kept: records, stores, pace and batches. */
export const MUTANTS_OF_STORAGE: readonly Mutant[] = [
  {
    name: 'written down late',
    file: RECORDS,
    from: '      keep(record);\n      return evicted;',
    to: '      void disk.entries().then(() => keep(record));\n      return evicted;',
  },
  {
    name: 'not written to localStorage',
    file: RECORDS,
    from: 'record.kept = disk.set(key, `${kind}${time}|${json}`);',
    to: 'record.kept = false;',
  },
  {
    name: 'not written to IndexedDB',
    file: RECORDS,
    from: 'isFull(record) || disk.put(record.key, write(record));',
    to: 'isFull(record) || void write(record);',
  },
  {
    name: 'one key for all events',
    file: RECORDS,
    from: 'key: prefix + id, time: now()',
    to: "key: prefix + 'all', time: now()",
  },
  {
    name: 'what only IndexedDB has is not taken up',
    file: RECORDS,
    from: 'else take(read(key, value, !!kind));',
    to: '',
  },
  {
    name: 'a delivered event stays in IndexedDB',
    file: RECORDS,
    from: '    await disk.drop(key);\n    disk.remove(key);',
    to: '    disk.remove(key);',
  },
  {
    name: 'a corrupt record takes the good copy with it',
    file: RECORDS,
    from: "if (kept && kind !== 'd') disk.remove(key);\n      else void forget(key);",
    to: 'void forget(key);',
  },
  {
    name: 'Retry-After stays in the tab',
    file: PACE,
    from: `written = disk.set(key, known.join(' '));`,
    to: 'written = false;',
  },
  {
    name: 'Retry-After is believed for ever',
    file: PACE,
    from: 'if (ms > HOUR_MS) write(now() + HOUR_MS, 0, ...rest);\n      return Math.min(ms, HOUR_MS);',
    to: 'return ms;',
  },
  {
    name: 'the first 403 is the last',
    file: PACE,
    from: 'return requests > 2 && !!refusedAt && now() - refusedAt >= 24 * HOUR_MS;',
    to: 'return true;',
  },
  {
    name: 'never gives up on a 403',
    file: PACE,
    from: 'return requests > 2 && !!refusedAt && now() - refusedAt >= 24 * HOUR_MS;',
    to: 'return false;',
  },
  {
    name: 'requests of an outage are not counted',
    file: PACE,
    from: 'const FREE_REQUESTS = 10;',
    to: 'const FREE_REQUESTS = 5000;',
  },
  {
    name: 'sent again though another tab delivered it',
    file: RECORDS,
    from: 'if (gone) without(key);\n      return gone;',
    to: 'return false;',
  },
  {
    name: 'batches without a limit',
    file: BATCH,
    from: 'export const MAX_EVENTS = 50;',
    to: 'export const MAX_EVENTS = 5000;',
  },
  {
    name: 'batches of any size',
    file: BATCH,
    from: 'export const MAX_BYTES = 48 * 1024;',
    to: 'export const MAX_BYTES = 48 * 1024 * 1024;',
  },
  {
    name: 'answers are evicted',
    file: RECORDS,
    from: "readAll('pv')",
    to: "readAll('pva')",
  },
  {
    name: 'no cap',
    file: RECORDS,
    from: 'return taken > MAX_CHARACTERS || keys.length >= MAX_RECORDS;',
    to: 'return taken < 0;',
  },
  {
    name: 'writes without consent',
    file: DISK,
    from: 'if (disk.allowed) return action();',
    to: 'return action();',
  },
  {
    name: 'deletes what the page keeps',
    file: RECORDS,
    from: 'const prefix = `${EVENTS}${queue} `;',
    to: "const prefix = '';",
  },
  {
    name: 'storage that throws, throws into the page',
    file: DISK,
    from: '// Refused: whoever asked goes on in memory.',
    to: `throw new Error('Refused.');`,
  },
  {
    name: 'takes up what is about to be sent',
    file: RECORDS,
    from: 'if (age < 0 || age >= YOUNG_MS) records',
    to: 'records',
  },
  {
    name: 'a full disk brings older words back',
    file: PACE,
    from: 'if (!written) disk.remove(key);',
    to: '',
  },
  {
    name: 'forgets its own when the host clears the storage',
    file: RECORDS,
    from: '(kind ? /[pd]/.test(kind) : !own)',
    to: '(!kind || /[pd]/.test(kind))',
  },
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are pieces of source.
