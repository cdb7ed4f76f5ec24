/**
 * Runs the delivery simulation over an outbox with a deliberate bug in it, one bug after the other, and says which world and
 * which invariant caught it. Exits with 1 when one survives a thousand worlds. `--sample`: every sixth, for each test run.
 */
import { bundleSimulation } from './bundleSimulation.mjs';
import { huntMutants } from './huntMutants.mjs';
import { runInWorker } from './runInWorker.mjs';

const WORLDS = 1000;
/** A world takes milliseconds. One that spins for ever is caught too. */
const TIMEOUT_MS = 60_000;

const bundle = await bundleSimulation();
const { MUTANTS } = await import(bundle);
await huntMutants(MUTANTS, {
  every: 6,
  width: 62,
  run: ({ name }) =>
    runInWorker({ bundle, mutant: name, from: 1, worlds: WORLDS, enough: 1 }, { timeoutMs: TIMEOUT_MS }),
});
