import { startListening } from '../simulation/hostNoise.ts';
import { installGlobals } from './globals.ts';
import { planWorld } from './plan.ts';
import { type Outcome, runWorld } from './runWorld.ts';
import type { Violation } from './world.ts';

export interface Found extends Violation {
  readonly seed: number;
}
export interface Summary {
  readonly worlds: number;
  readonly pages: number;
  readonly displays: number;
  readonly looks: number;
  /** The number of simulated worlds in which each event occurred. */
  readonly happened: Readonly<Record<string, number>>;
  readonly found: readonly Found[];
}

/** Runs a function while Node's globals are replaced with those of the tabs. */
const inWorlds = async <T>(run: (takeNoise: () => Promise<string[]>) => Promise<T>): Promise<T> => {
  const listening = startListening();
  const restore = installGlobals();
  try {
    return await run(listening.take);
  } finally {
    restore();
    listening.stop();
  }
};

/** Runs the simulated worlds of consecutive seeds. Stops when `enough` violations are found. */
export const runWorlds = ({ from, worlds, enough = 1000 }: { from: number; worlds: number; enough?: number }) =>
  inWorlds(async (takeNoise): Promise<Summary> => {
    const happened: Record<string, number> = {};
    const found: Found[] = [];
    const sum = { pages: 0, displays: 0, looks: 0 };
    let ran = 0;
    for (; ran < worlds && found.length < enough; ran++) {
      const seed = from + ran;
      const outcome = await runWorld(planWorld(seed), false, takeNoise);
      for (const name of ['pages', 'displays', 'looks'] as const) sum[name] += outcome[name];
      for (const name of outcome.happened) happened[name] = (happened[name] ?? 0) + 1;
      for (const violation of outcome.violations) found.push({ seed, ...violation });
    }
    return { worlds: ran, ...sum, happened, found };
  });

/** Runs one simulated world and prints its log. */
export const tellWorld = async (seed: number): Promise<{ story: string; failed: boolean }> => {
  const plan = planWorld(seed);
  const { surveys, people, devices, random: _, ...rest } = plan;
  const outcome: Outcome = await inWorlds((takeNoise) => runWorld(plan, true, takeNoise));
  const lines = outcome.lines.map(({ at, who, words }) => {
    const date = new Date(plan.epoch + at).toISOString().slice(0, 23).replace('T', ' ');
    return `${date}  ${(at / 1000).toFixed(3).padStart(14)} s  ${who.padEnd(10)}  ${words}`;
  });
  const verdict = outcome.violations.map(({ invariant, sentence }) => `VIOLATED  ${invariant}: ${sentence}`);
  const story = [
    JSON.stringify(rest),
    ...surveys.map((each) => JSON.stringify(each)),
    ...people.map((each) => JSON.stringify(each)),
    ...devices.map((each) => JSON.stringify(each)),
    '',
    ...lines,
    '',
    ...(verdict.length > 0 ? verdict : ['Every invariant holds.']),
  ].join('\n');
  return { story, failed: outcome.violations.length > 0 };
};
