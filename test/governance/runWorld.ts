import { createDriver } from './drive.ts';
import { running } from './fakeTab.ts';
import { chance } from './globals.ts';
import type { Plan } from './plan.ts';
import { createWorld, type Line, type Violation } from './world.ts';

export interface Outcome {
  readonly violations: readonly Violation[];
  readonly happened: ReadonlySet<string>;
  readonly lines: readonly Line[];
  readonly displays: number;
  readonly pages: number;
  readonly looks: number;
}

const DAY_MS = 86_400_000;

/** Runs a simulated world from its plan to its end. */
export const runWorld = async (plan: Plan, story: boolean, takeNoise: () => Promise<string[]>): Promise<Outcome> => {
  process.env.TZ = plan.zone;
  const world = createWorld(plan, story);
  chance.random = plan.random;
  chance.scheduler = world.scheduler;
  running.onThrow = (error) =>
    world.violate('G8 nothing reaches the host', `it throws ${error instanceof Error ? error.stack : error}`);
  const until = createDriver(world).start();
  const rested = await world.scheduler.run(until + 30 * DAY_MS);
  running.tab = undefined;
  for (const noise of await takeNoise()) world.violate('G8 nothing reaches the host', noise);
  if (!rested) world.violate('G8 nothing reaches the host', 'something loops, or never ends');
  const { violations, happened, lines, displays, pages, looks } = world;
  return { violations, happened, lines, displays, pages, looks };
};
