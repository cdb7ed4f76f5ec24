import type { Mutant } from './mutant.ts';
import { MUTANTS_OF_STORAGE } from './mutantsOfStorage.ts';

const OUTBOX = 'src/delivery/outbox/outbox.ts';
const RECEIPT = 'src/delivery/outbox/receipt.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are pieces of source.
/** Deliberate bugs, each of which the simulation must catch: a net that catches no fish is no net. */
export const MUTANTS: readonly Mutant[] = [
  ...MUTANTS_OF_STORAGE,
  {
    name: 'a retry has new ids',
    file: OUTBOX,
    from: 'transport(`[${batch.map(({ json }) => json)}]`,',
    to: 'transport(`[${batch.map(({ json }) => (attempt ? json.replace(\'"id":"\', \'"id":"again-\') : json))}]`,',
  },
  {
    name: 'a retry has a new body',
    file: OUTBOX,
    from: 'transport(`[${batch.map(({ json }) => json)}]`,',
    to: 'transport(`[${batch.map(({ json }) => json.replace(\'"sequence"\', `"attempt":${attempt},"sequence"`))}]`,',
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
    name: 'what other pages left is not taken up',
    file: OUTBOX,
    from: 'if (await records.adopt()) plan(0);',
    to: 'plan(0);',
  },
  {
    name: 'nothing is sent when the page is left',
    file: OUTBOX,
    from: "    if (batch.length > 0) void send(batch, 'hidden')",
    to: "    if (batch.length < 0) void send(batch, 'hidden')",
  },
  {
    name: 'Retry-After is ignored',
    file: OUTBOX,
    from: 'pace.hold(toAskedMs(receipt.retryAfter, now()));',
    to: 'pace.hold(0);',
  },
  {
    name: 'Retry-After as a date is not understood',
    file: RECEIPT,
    from: 'Date.parse(`${retryAfter}`) - now',
    to: '0',
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
    from: 'if (!accepted || accepted.includes(id)) {',
    to: 'if (!rejected || accepted) {',
  },
  {
    name: 'given up after three tries',
    file: OUTBOX,
    from: 'dead || now() - record.time > WEEK_MS',
    to: 'dead || attempt > 2',
  },
  {
    name: 'expires without a word',
    file: OUTBOX,
    from: "giveUp(record, dead ? `http_${status}` : 'expired', dead);",
    to: 'records.remove(record);',
  },
  {
    name: 'halving gives up the whole half',
    file: OUTBOX,
    from: 'if (!most) giveUp(batch[0] as Held, `http_${status}`, true);',
    to: 'if (most < 2) for (const record of batch) giveUp(record, `http_${status}`, true);',
  },
  {
    name: 'halving loses the second half',
    file: OUTBOX,
    from: 'most = sent >> 1;',
    to: 'most = sent >> 1;\n      for (const record of batch.slice(most || 1)) records.remove(record);',
  },
  {
    name: 'does not halve',
    file: OUTBOX,
    from: 'most = sent >> 1;',
    to: '',
  },
  {
    name: 'no pause after a failure',
    file: OUTBOX,
    from: 'pauseMs = toPauseMs(attempt, status, random);',
    to: 'pauseMs = 20;',
  },
  {
    name: 'no lock',
    file: OUTBOX,
    from: '(await ports.lock(sendAll))',
    to: '(await sendAll().then(() => true))',
  },
  {
    name: 'nothing more when another tab has the lock',
    file: OUTBOX,
    from: 'plan(mine ? pauseMs : SOON_MS * (1 + 2 * random()));',
    to: 'if (mine) plan(pauseMs);',
  },
  {
    name: 'a request that hangs is never given up',
    file: OUTBOX,
    from: 'ports.timeout(TIMEOUT_MS)',
    to: 'ports.timeout(TIMEOUT_MS * 1e6)',
  },
  {
    name: 'timers go on after stop()',
    file: OUTBOX,
    from: '      stopTimer?.();\n      stopLooking();',
    to: '',
  },
  {
    name: 'sends while consent is pending',
    file: OUTBOX,
    from: 'held || stopped || pace.wait() > 0',
    to: 'stopped || pace.wait() > 0',
  },
  {
    name: 'keeps what consent was withdrawn for',
    file: OUTBOX,
    from: '      disk.allowed &&= persist;\n      const ms = pace.wait();\n      disk.allowed = persist;\n',
    to: '      const ms = pace.wait();\n',
  },
  {
    name: 'consent persists nothing that was there before',
    file: OUTBOX,
    from: 'records.keep();',
    to: '',
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
  {
    name: 'a timer that never rests',
    file: OUTBOX,
    from: 'if (await records.adopt()) plan(0);',
    to: 'if (await records.adopt()) plan(0);\n    after(60_000, look);',
  },
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are pieces of source.
