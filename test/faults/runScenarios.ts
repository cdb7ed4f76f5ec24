import type { EngineName } from './engine.ts';
import { launchEngine } from './launch.ts';
import { type RowResult, runRow } from './runRow.ts';
import { scenarios } from './scenarios.ts';
import { startCdn } from './site.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const toLine = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** Runs each outage scenario `times` times and prints a table. Returns true when every event arrived exactly once. */
export const runScenarios = async (name: EngineName, times: number, only: readonly string[]): Promise<boolean> => {
  const engine = await launchEngine(name);
  const cdn = await startCdn();
  let good = true;
  console.log(`${engine.version}, each scenario ${times} times\n`);
  console.log(toLine(['scenario', 'what happens', 'arrived/sent', 'wire copies per event', 'rows', 'verdict']));
  console.log('|---|---|---:|---:|---:|---|');
  const complaints: string[] = [];
  for (const row of scenarios) {
    if (only.length > 0 && !only.includes(row.name)) continue;
    const results: RowResult[] = [];
    for (let run = 1; run <= times; run++) {
      const result = await runRow(engine, cdn, row);
      results.push(result);
      if (result.problems.length > 0) {
        complaints.push(`${row.name}, run ${run}: ${result.problems.join('; ')}\n    ${result.fates.join('\n    ')}`);
      }
    }
    const total = (key: 'sent' | 'arrived' | 'copies' | 'rows') => sum(results.map((result) => result[key]));
    const failed = results.filter(({ problems }) => problems.length > 0).length;
    good &&= failed === 0;
    const copies = (total('copies') / Math.max(1, total('arrived'))).toFixed(2);
    const verdict = failed === 0 ? 'once' : `FAILED in ${failed} of ${times}`;
    console.log(toLine([row.name, row.title, `${total('arrived')}/${total('sent')}`, copies, total('rows'), verdict]));
  }
  if (complaints.length > 0) console.log(`\n${complaints.join('\n')}`);
  await engine.close();
  await cdn.close();
  return good;
};
