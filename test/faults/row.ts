import type { EngineName } from './engine.ts';
import type { HostPage } from './site.ts';
import type { Expectation } from './verdict.ts';
import type { World } from './world.ts';

/** One thing that goes wrong, from the first page to the last. */
export interface Row {
  readonly name: string;
  /** What happens, for people. */
  readonly title: string;
  /** Where it can be done. @default everywhere */
  readonly engines?: readonly EngineName[];
  /** Pages of the site beside `/`. */
  readonly pages?: Record<string, HostPage>;
  /** Does it, and says what must have come of it. */
  run(world: World): Promise<Expectation>;
}
