import type { EngineName } from './engine.ts';
import { launchEngine } from './launch.ts';
import { rows } from './rows.ts';
import { runRow } from './runRow.ts';
import { startCdn } from './site.ts';

interface Finding {
  readonly engine: string;
  readonly row: string;
  readonly seconds: number;
  readonly problems: readonly string[];
  readonly fates: readonly string[];
}

/** Returns the given names that are not names of a test case. */
export const unknownRows = (names: readonly string[]): string[] =>
  names.filter((name) => !rows.some((row) => row.name === name));

/** Runs all test cases, or the test cases named in `only`, in one engine. Prints the result of each test case when it ends. */
export const runFaults = async (name: EngineName, only: readonly string[]): Promise<Finding[]> => {
  const engine = await launchEngine(name);
  const cdn = await startCdn();
  const findings: Finding[] = [];
  for (const row of rows) {
    if (only.length > 0 && !only.includes(row.name)) continue;
    if (row.engines && !row.engines.includes(name)) continue;
    const { problems, seconds, fates } = await runRow(engine, cdn, row);
    findings.push({ engine: name, row: row.name, seconds, problems, fates });
    const passed = problems.length === 0;
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name} ${row.name}: ${row.title} (${seconds.toFixed(1)} s)`);
    if (!passed)
      console.log([...problems, ...fates.map((fate) => `  ${fate}`)].map((line) => `        ${line}`).join('\n'));
  }
  await engine.close();
  await cdn.close();
  return findings;
};
