/**
 * Runs the governance simulation with clients that have one deliberate bug each. Prints which simulated world and which invariant
 * caught each bug. Exits with 1 when a bug survives five hundred simulated worlds. `--sample` runs every tenth bug, like each test run.
 */
import { bundleGovernance } from './bundleGovernance.mjs';
import { huntMutants } from './huntMutants.mjs';
import { runInProcess } from './runInProcess.mjs';

const WORLDS = 500;
/** Number of simulated worlds per run. A run is short enough that only an endless loop reaches the timeout, even on a busy machine. */
const AT_ONCE = 50;
const TIMEOUT_MS = 300_000;

const hunt = async (mutant) => {
  const bundle = await bundleGovernance(mutant);
  let summary;
  for (let from = 1; from <= WORLDS; from += AT_ONCE) {
    summary = await runInProcess({ bundle, from, worlds: AT_ONCE, enough: 1 }, TIMEOUT_MS);
    // A bug that causes an endless loop counts as caught.
    if (!summary || summary.found[0]) return summary;
  }
  return summary;
};

const { MUTANTS } = await import(await bundleGovernance());
await huntMutants(MUTANTS, { every: 10, width: 75, run: hunt });
