import type { EngineName } from './engine.ts';
import type { HostPage } from './site.ts';
import type { Expectation } from './verdict.ts';
import type { World } from './world.ts';

/** One test case with a fault, from opening the first page to the expected result. */
export interface Row {
  readonly name: string;
  /** Describes the fault and what the respondent does, for reports and test names. */
  readonly title: string;
  /** Engines that support the test case. @default all engines */
  readonly engines?: readonly EngineName[];
  /** Pages of the host site in addition to `/`. */
  readonly pages?: Record<string, HostPage>;
  /** Performs the steps and returns the expected result. */
  run(world: World): Promise<Expectation>;
}
