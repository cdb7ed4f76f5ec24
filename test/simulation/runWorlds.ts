import { startListening } from './hostNoise.ts';
import { MUTANTS } from './mutants.ts';
import { planWorld } from './planWorld.ts';
import { runWorld, type Violation } from './runWorld.ts';

export interface Found extends Violation {
  readonly seed: number;
}

export interface Summary {
  readonly worlds: number;
  readonly events: number;
  readonly requests: number;
  /** Counts the simulated worlds in which each fault occurred. */
  readonly happened: Readonly<Record<string, number>>;
  readonly found: readonly Found[];
}

export interface RunOptions {
  readonly from: number;
  readonly worlds: number;
  /** Stops after this many violations. @default never */
  readonly enough?: number | undefined;
  /** The name of a bug to insert. */
  readonly mutant?: string | undefined;
  readonly onProgress?: ((worlds: number) => void) | undefined;
}

/** Runs the simulated worlds of consecutive seeds. */
export const runWorlds = async ({
  from,
  worlds,
  enough = Number.POSITIVE_INFINITY,
  mutant: name,
  onProgress,
}: RunOptions): Promise<Summary> => {
  const mutant = MUTANTS.find((each) => each.name === name);
  if (name !== undefined && !mutant) throw new Error(`Unknown mutant "${name}".`);
  const happened: Record<string, number> = {};
  const found: Found[] = [];
  const listening = startListening();
  let events = 0;
  let requests = 0;
  let ran = 0;
  try {
    for (; ran < worlds && found.length < enough; ran++) {
      const seed = from + ran;
      const outcome = await runWorld(planWorld(seed), false, listening.take, mutant);
      events += outcome.events;
      requests += outcome.requests;
      for (const name of outcome.happened) happened[name] = (happened[name] ?? 0) + 1;
      for (const violation of outcome.violations) found.push({ seed, ...violation });
      if (ran % 1000 === 999) onProgress?.(ran + 1);
    }
  } finally {
    listening.stop();
  }
  return { worlds: ran, events, requests, happened, found };
};
