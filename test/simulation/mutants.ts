/** A bug that somebody could have written. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
}

const OUTBOX = 'src/outbox/outbox.ts';
const RECORDS = 'src/outbox/records.ts';
const DISK = 'src/outbox/disk.ts';
const PACE = 'src/outbox/pace.ts';
const RECEIPT = 'src/outbox/receipt.ts';
const BATCH = 'src/outbox/batch.ts';

/** Deliberate bugs, each of which the simulation must catch: a net that catches no fish is no net. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a retry has new ids',
    file: OUTBOX,
    from: 'transport(toBody(batch),',
    to: `transport(attempt ? toBody(batch).replaceAll('"id":"', '"id":"again-') : toBody(batch),`,
  },
  {
    name: 'a retry has a new body',
    file: OUTBOX,
    from: 'transport(toBody(batch),',
    to: `transport(toBody(batch).replaceAll('"sequence"', \`"attempt":\${attempt},"sequence"\`),`,
  },
  {
    name: 'deleted before it is sent',
    file: OUTBOX,
    from: 'pace.request();\n',
    to: 'pace.request();\n    for (const record of batch) records.remove(record);\n',
  },
  {
    name: 'deleted when the page is left',
    file: OUTBOX,
    from: `void send(batch, 'hidden').then(() => plan(pauseMs));`,
    to: `void [send(batch, 'hidden'), ...batch.map((record) => records.remove(record))];`,
  },
  {
    name: 'written down late',
    file: RECORDS,
    from: 'if (!isFull(characters)) keep(record);',
    to: 'if (!isFull(characters)) void disk.entries().then(() => keep(record));',
  },
  {
    name: 'not written to localStorage',
    file: RECORDS,
    from: `record.kept = write(answer ? 'a' : 'v', key, time, json);`,
    to: 'record.kept = false;',
  },
  {
    name: 'not written to IndexedDB',
    file: RECORDS,
    from: `record.written = disk.put(key, \`\${answer ? 'a' : 'v'}\${time}|\${json}\`);`,
    to: '',
  },
  {
    name: 'one key for all events',
    file: RECORDS,
    from: 'const key = prefix + id;',
    to: "const key = prefix + 'all';",
  },
  {
    name: 'what other pages left is not taken up',
    file: OUTBOX,
    from: 'await records.adopt();\n    tidy();',
    to: 'tidy();',
  },
  {
    name: 'what only IndexedDB has is not taken up',
    file: RECORDS,
    from: 'else take(key, value, false);',
    to: '',
  },
  {
    name: 'a delivered event stays in IndexedDB',
    file: RECORDS,
    from: 'written.then(() => disk.drop([key])).then',
    to: 'written.then',
  },
  {
    name: 'a corrupt record takes the good copy with it',
    file: RECORDS,
    from: 'else void disk.drop([key]);',
    to: 'void disk.drop([key]);',
  },
  {
    name: 'nothing is sent when the page is left',
    file: OUTBOX,
    from: 'MAX_BYTES - bytesUnderWay);',
    to: '-1);',
  },
  {
    name: 'Retry-After is ignored',
    file: OUTBOX,
    from: 'pace.hold(toAskedMs(receipt.retryAfter, now()));',
    to: 'pace.hold(0);',
  },
  {
    name: 'Retry-After stays in the tab',
    file: PACE,
    from: `written = disk.set(key, known.join(' '));`,
    to: 'written = false;',
  },
  {
    name: 'Retry-After as a date is not understood',
    file: RECEIPT,
    from: 'Date.parse(`${retryAfter}`) - now',
    to: '0',
  },
  {
    name: 'Retry-After is believed for ever',
    file: PACE,
    from: 'return Math.max(0, Math.min(ms, HOUR_MS));',
    to: 'return Math.max(0, ms);',
  },
  {
    name: 'Retry-After ends when the page is left',
    file: OUTBOX,
    from: 'held || stopped || pace.wait() > 0',
    to: 'held || stopped || (!leaving && pace.wait() > 0)',
  },
  {
    name: '429 is a refusal',
    file: RECEIPT,
    from: '[400, 413, 422].includes(status)',
    to: '[400, 413, 422, 429].includes(status)',
  },
  {
    name: '503 is a refusal',
    file: RECEIPT,
    from: '[400, 413, 422].includes(status)',
    to: '[400, 413, 422, 503].includes(status)',
  },
  {
    name: 'any 200 is a receipt',
    file: RECEIPT,
    from: 'if (status === 200 ? accepted : [202, 204, 409].includes(status))',
    to: 'if ([200, 202, 204, 409].includes(status))',
  },
  {
    name: 'any 2xx is a receipt',
    file: RECEIPT,
    from: '[202, 204, 409].includes(status)',
    to: '(status === 409 || (status > 200 && status < 300))',
  },
  {
    name: 'a receipt counts for all, whatever it accepts',
    file: OUTBOX,
    from: 'filter(({ id }) => !accepted || accepted.includes(id))',
    to: 'filter(() => true)',
  },
  {
    name: 'given up after three tries',
    file: OUTBOX,
    from: 'else if (now() - record.time > WEEK_MS)',
    to: 'else if (attempt > 2)',
  },
  {
    name: 'expires without a word',
    file: OUTBOX,
    from: `giveUp(record, 'expired')`,
    to: 'records.remove(record)',
  },
  {
    name: 'the first 403 is the last',
    file: PACE,
    from: 'return refusals > 1 && now() - refusedAt >= 24 * HOUR_MS;',
    to: 'return true;',
  },
  {
    name: 'never gives up on a 403',
    file: PACE,
    from: 'return refusals > 1 && now() - refusedAt >= 24 * HOUR_MS;',
    to: 'return false;',
  },
  {
    name: 'halving gives up the whole half',
    file: OUTBOX,
    from: 'sent > 1 ? [] : batch) giveUp',
    to: 'sent > 2 ? [] : batch) giveUp',
  },
  {
    name: 'halving loses the second half',
    file: OUTBOX,
    from: 'most = Math.max(1, sent >> 1);',
    to: 'most = Math.max(1, sent >> 1);\n      for (const record of batch.slice(most)) records.remove(record);',
  },
  {
    name: 'does not halve',
    file: OUTBOX,
    from: 'most = Math.max(1, sent >> 1);',
    to: '',
  },
  {
    name: 'no pause after a failure',
    file: OUTBOX,
    from: 'pauseMs = toPauseMs(attempt, silent, random);',
    to: 'pauseMs = 20;',
  },
  {
    name: 'requests of an outage are not counted',
    file: PACE,
    from: 'const WINDOW_REQUESTS = 30;',
    to: 'const WINDOW_REQUESTS = 30_000;',
  },
  {
    name: 'no lock',
    file: OUTBOX,
    from: '(await ports.lock(() => sendAll(reason)))',
    to: '(await sendAll(reason).then(() => true))',
  },
  {
    name: 'nothing more when another tab has the lock',
    file: OUTBOX,
    from: 'plan(mine ? pauseMs : SOON_MS * (1 + 2 * random()));',
    to: 'if (mine) plan(pauseMs);',
  },
  {
    name: 'sent again though another tab delivered it',
    file: RECORDS,
    from: `const gone = kind === 'd' || kind === 'p'`,
    to: `const gone = kind === 'p'`,
  },
  {
    name: 'a request that hangs is never given up',
    file: OUTBOX,
    from: 'after(TIMEOUT_MS, () => abort.abort())',
    to: 'after(TIMEOUT_MS, () => {})',
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
    from: `...byAge('v')]`,
    to: `...byAge('v'), ...byAge('a')]`,
  },
  {
    name: 'no cap',
    file: RECORDS,
    from: 'return taken > MAX_CHARACTERS || keysOnDisk().length >= MAX_RECORDS;',
    to: 'return taken < 0;',
  },
  {
    name: 'notes of delivery stay for ever',
    file: RECORDS,
    from: `kind === 'd' ? age < 0 || age > NOTE_MS :`,
    to: `kind === 'd' ? age < 0 :`,
  },
  {
    name: 'a timer that never rests',
    file: OUTBOX,
    from: 'if (records.tidy() && !stopped)',
    to: 'if (records.tidy() || !stopped)',
  },
  {
    name: 'timers go on after stop()',
    file: OUTBOX,
    from: 'stopped = true;\n      stopTimer();\n      stopTidying();',
    to: 'stopped = true;',
  },
  {
    name: 'sends while consent is pending',
    file: OUTBOX,
    from: 'held || stopped || pace.wait() > 0',
    to: 'stopped || pace.wait() > 0',
  },
  {
    name: 'writes without consent',
    file: DISK,
    from: 'if (disk.allowed) return action();',
    to: 'return action();',
  },
  {
    name: 'keeps what consent was withdrawn for',
    file: DISK,
    from: 'for (const key of disk.keys().filter(isOurs)) disk.remove(key);',
    to: '',
  },
  {
    name: 'consent persists nothing that was there before',
    file: OUTBOX,
    from: 'records.keep();',
    to: '',
  },
  {
    name: 'deletes what the page keeps',
    file: RECORDS,
    from: 'records.clear();\n      disk.wipe(prefix);',
    to: `records.clear();\n      disk.wipe('');`,
  },
  {
    name: 'storage that throws, throws into the page',
    file: DISK,
    from: '// Refused: whoever asked goes on in memory.',
    to: `throw new Error('Refused.');`,
  },
  {
    name: 'a transport that throws, throws into the page',
    file: OUTBOX,
    from: '} catch {\n      return { status: 0 };',
    to: '} catch (error) {\n      throw error;',
  },
  {
    name: 'speaks to the console',
    file: OUTBOX,
    from: 'onRetry?.(status);',
    to: 'onRetry?.(status);\n    console.warn(status);',
  },
];
