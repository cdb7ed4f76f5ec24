import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../faults/chromium.ts';
import type { Engine } from '../faults/engine.ts';
import { rows } from '../faults/rows.ts';
import { runRow } from '../faults/runRow.ts';
import { startCdn } from '../faults/site.ts';
import type { TestServer } from '../helpers/servers.ts';

/** The fault rows that prove most in little time. `npm run test:faults` runs all rows in three engines. */
const QUICK = [
  'S1',
  'S2',
  'S3',
  'S5',
  'S6',
  'S7',
  'S8',
  'quota-full',
  'storage-throws',
  'three-tabs',
  'sandboxed-page',
  'clock-set-back',
];

let engine: Engine;
let cdn: TestServer;
beforeAll(async () => {
  engine = await launchChromium();
  cdn = await startCdn();
});
afterAll(async () => {
  await engine.close();
  await cdn.close();
});

describe('answers under faults', () => {
  it.each(rows.filter(({ name }) => QUICK.includes(name)).map((row) => [row.name, row.title, row] as const))(
    'each answer arrives at the collector exactly once under the fault %s: %s',
    async (_name, _title, row) => {
      const { problems, fates } = await runRow(engine, cdn, row);
      expect(problems, fates.join('\n')).toEqual([]);
    },
  );

  it('every fault test case that QUICK names exists', () => {
    expect(rows.filter(({ name }) => QUICK.includes(name))).toHaveLength(QUICK.length);
  });
});
