/** The full state of a simulated world, and the violated invariants. */
import { createScheduler, type Scheduler } from '../simulation/scheduler.ts';
import { createCollector } from './collector.ts';
import { createDevice } from './device.ts';
import type { Plan } from './plan.ts';

export interface Violation {
  readonly invariant: string;
  readonly sentence: string;
}
export interface Line {
  readonly at: number;
  readonly who: string;
  readonly words: string;
}

export const createWorld = (plan: Plan, story: boolean) => {
  const scheduler: Scheduler = createScheduler();
  const violations: Violation[] = [];
  const lines: Line[] = [];
  const happened = new Set<string>();
  const tell = (who: string, words: () => string) => {
    if (story) lines.push({ at: scheduler.now(), who, words: words() });
  };
  return {
    plan,
    random: plan.random,
    scheduler,
    devices: plan.devices.map((each) => createDevice(each, scheduler, plan.epoch)),
    collector: createCollector(() => Math.floor(plan.epoch + scheduler.now())),
    violations,
    lines,
    happened,
    tell,
    /** Counts an event that occurred. */
    note: (what: string) => happened.add(what),
    /** Records a violated invariant. Later violations of the same invariant are ignored. */
    violate(invariant: string, sentence: string) {
      tell('!', () => `${invariant}: ${sentence}`);
      if (!violations.some((each) => each.invariant === invariant)) {
        violations.push({ invariant, sentence: `after ${(scheduler.now() / 1000).toFixed(3)} s, ${sentence}` });
      }
    },
    /** The sampling bucket that was drawn, by respondent and survey. It must never change. */
    buckets: new Map<string, number>(),
    /** The variant of each response. */
    variants: new Map<string, string>(),
    displays: 0,
    pages: 0,
    looks: 0,
  };
};
export type World = ReturnType<typeof createWorld>;
