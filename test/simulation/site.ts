import type { Outbox } from '../../src/delivery/outbox/outbox.ts';
import type { OutboxOptions } from '../../src/delivery/outbox/outboxOptions.ts';
import type { FetchRecover, Recover } from '../../src/delivery/outbox/recover.ts';
import type { FakeDurable } from './fakeDurable.ts';
import type { FakeLocal } from './fakeLocal.ts';
import type { FakeLock } from './fakeLock.ts';
import type { Ledger } from './ledger.ts';
import type { Plan, WeatherKind } from './plan.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export const QUEUE = 'https://collector.example';
/** The start of an event's storage key. The id follows. */
export const EVENT_PREFIX = `scorelet:1:q:${QUEUE} `;

/** The state that the tabs of one site share. */
export interface Site {
  readonly plan: Plan;
  /** Creates the outbox of a page, possibly with a bug. */
  readonly createOutbox: (options: OutboxOptions, fetchRecover: FetchRecover) => Outbox;
  /** The code that a page fetches when the collector has not taken everything. */
  readonly recover: Recover;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly local: FakeLocal;
  readonly durable: FakeDurable;
  readonly lock: FakeLock;
  /** Milliseconds since 1970, by the clock of the device. */
  wall(): number;
  /** The current behaviour of the collector. */
  weather(): WeatherKind | undefined;
  isOffline(): boolean;
  /** Records that a fault has occurred. */
  tally(name: string): void;
  /** Adds a line to the log of the simulated world. The text is computed only when the log is printed. */
  tell(who: string, words: () => string): void;
}
