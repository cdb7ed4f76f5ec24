import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toVerdict, type Verdict } from '../../src/delivery/outbox/verdict.ts';

/** What the actions in the table mean for the outbox. */
const ACTIONS: readonly (readonly [action: string, verdict: Verdict])[] = [
  ['deletes the accepted events', 'taken'],
  ['sends the batch again in halves', 'unreadable'],
  ['retries once an hour', 'refused'],
  ['retries with growing pauses', 'retry'],
  ['waits for that time', 'retry'],
  ['treats it as a network failure and retries', 'retry'],
];

/** Reads the table "What a client does with a status" of the collector contract: a verdict for each entry of its first column. */
const readTable = (): ReadonlyMap<string, Verdict> => {
  const [, section = ''] = readFileSync('src/collector/README.md', 'utf8').split(
    '## What a client does with a status\n',
  );
  const [table = ''] = section.split('\n## ');
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| status'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.flatMap(([, statuses = '', action = '']) => {
      const verdict = ACTIONS.find(([start]) => action.startsWith(start))?.[1];
      if (!verdict) throw new Error(`The table has an unknown action: ${action}`);
      return statuses.split(/, | and /).map((entry) => [entry, verdict] as const);
    }),
  );
};

describe('the table "What a client does with a status" of the collector contract', () => {
  const table = readTable();
  const toEntry = (status: number, isListed: boolean): string => {
    if (status === 200) return isListed ? 'a listed 200' : 'a 200 that is not a receipt';
    const kind = `${Math.floor(status / 100)}xx`;
    return (
      [`${status}`, kind, `any other ${kind}`, 'anything else'].find((entry) => table.has(entry)) ??
      `${status} is absent`
    );
  };

  it('names every status once, and the cases without a status', () => {
    expect([...table.keys()]).toEqual([
      ...['202', '204', 'a listed 200', '409'],
      ...['400', '413', '422'],
      ...['401', '403', '404', '410', 'any other 4xx'],
      ...['408', '425', '429', '5xx', 'anything else'],
      '5xx with `Retry-After`',
      ...['3xx', 'no response', 'a 200 that is not a receipt'],
    ]);
    expect(toVerdict({ status: 0 })).toBe(table.get('no response'));
  });

  it('is what the client does, for every status from 100 to 599', () => {
    for (let status = 100; status < 600; status++) {
      expect(toVerdict({ status }), `${status}`).toBe(table.get(toEntry(status, false)));
      expect(toVerdict({ status, accepted: new Set(['a']) }), `${status} with a list`).toBe(
        table.get(toEntry(status, true)),
      );
    }
  });

  it.each([405, 406, 407, 411, 415, 418, 451, 499])('counts %i as "any other 4xx", which is a refusal', (status) => {
    expect(toEntry(status, false)).toBe('any other 4xx');
    expect(toVerdict({ status })).toBe('refused');
  });
});
