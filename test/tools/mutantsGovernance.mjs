/**
 * Runs the governance simulation over a client with a deliberate bug in it, one bug after the other, and says which world and
 * which invariant caught it. Exits with 1 when one survives five hundred worlds. `--sample`: every tenth, for each test run.
 */
import { bundleGovernance } from './bundleGovernance.mjs';
import { huntMutants } from './huntMutants.mjs';
import { runInProcess } from './runInProcess.mjs';

const WORLDS = 500;
/** A bug may spin for ever: that is caught too. */
const TIMEOUT_MS = 300_000;

const { MUTANTS } = await import(await bundleGovernance());
await huntMutants(MUTANTS, {
  every: 10,
  width: 60,
  run: async (mutant) =>
    runInProcess({ bundle: await bundleGovernance(mutant), from: 1, worlds: WORLDS, enough: 1 }, TIMEOUT_MS),
});
