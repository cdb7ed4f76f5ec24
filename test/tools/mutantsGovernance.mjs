/**
 * Runs the governance simulation over a client with a deliberate bug, one bug after the other, and tells which world and which
 * invariant caught it. Exits with 1 when a bug survives five hundred worlds. `--sample` takes every tenth bug, as each test run does.
 */
import { bundleGovernance } from './bundleGovernance.mjs';
import { huntMutants } from './huntMutants.mjs';
import { runInProcess } from './runInProcess.mjs';

const WORLDS = 500;
/** So few that the time they take, even on a busy machine, tells them from a bug that spins for ever. */
const AT_ONCE = 50;
const TIMEOUT_MS = 300_000;

const hunt = async (mutant) => {
  const bundle = await bundleGovernance(mutant);
  let summary;
  for (let from = 1; from <= WORLDS; from += AT_ONCE) {
    summary = await runInProcess({ bundle, from, worlds: AT_ONCE, enough: 1 }, TIMEOUT_MS);
    // A bug that spins is caught too.
    if (!summary || summary.found[0]) return summary;
  }
  return summary;
};

const { MUTANTS } = await import(await bundleGovernance());
await huntMutants(MUTANTS, { every: 10, width: 75, run: hunt });
