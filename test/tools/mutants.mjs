/**
 * Runs the delivery simulation with outboxes that have one deliberate bug each. Prints which simulated world and which invariant
 * caught each bug. Exits with 1 when a bug survives a thousand simulated worlds. `--sample` runs every sixth mutant.
 */
import { bundleSimulation } from './bundleSimulation.mjs';
import { huntMutants } from './huntMutants.mjs';
import { runInWorker } from './runInWorker.mjs';

const WORLDS = 1000;
/** The timeout of a mutant. A simulated world takes milliseconds, so a mutant that reaches the timeout loops and counts as caught. */
const TIMEOUT_MS = 60_000;

const bundle = await bundleSimulation();
const { MUTANTS } = await import(bundle);
await huntMutants(MUTANTS, {
  every: 6,
  width: 62,
  run: async (mutant) =>
    runInWorker(
      {
        bundle: mutant.module ? await bundleSimulation(mutant) : bundle,
        mutant: mutant.name,
        from: 1,
        worlds: WORLDS,
        enough: 1,
      },
      { timeoutMs: TIMEOUT_MS },
    ),
});
