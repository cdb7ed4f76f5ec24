import type { TestServer } from '../helpers/servers.ts';
import type { Engine } from './engine.ts';
import type { Row } from './row.ts';
import { judge, type Outcome } from './verdict.ts';
import { createWorld } from './world.ts';

export interface RowResult extends Outcome {
  readonly seconds: number;
  /** One line per request: its time, its number of events, and what the collector did with it. */
  readonly fates: readonly string[];
}

const FAILED = { sent: 0, arrived: 0, copies: 0, rows: 0 };

/** Runs a test case once in a new environment. An error that the test case throws is reported as a problem in the result. */
export const runRow = async (engine: Engine, cdn: TestServer, row: Row): Promise<RowResult> => {
  const started = Date.now();
  const world = await createWorld(engine, cdn, row.pages);
  let outcome: Outcome;
  let threw = false;
  try {
    outcome = await judge(world, await row.run(world));
  } catch (error) {
    threw = true;
    const problem = error instanceof Error ? error.message || error.name : String(error);
    const said = await judge(world, { arrives: 'nothing' }).catch(() => ({ ...FAILED, problems: [] }));
    outcome = { ...said, problems: [problem.split('\n')[0] ?? problem, ...said.problems] };
  }
  const fates = world.collector.requests.map(({ at, fate, ids }) => `${at - started} ms ${ids.length} events: ${fate}`);
  await world.end();
  // The browser may be in any state after an error, so it restarts before the next test case.
  if (threw) await engine.killAndRelaunch();
  return { ...outcome, fates, seconds: (Date.now() - started) / 1000 };
};
