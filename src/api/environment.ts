import type { KeyValueStore } from '../browser/localStore.ts';
import type { EventName, ScoreletEvent } from '../schema/index.ts';
import type { ClientState } from './clientState.ts';
import type { Mode } from './mode.ts';
import type { Report, ScoreletOptions } from './options.ts';

/** What the client lends every room that it wires. */
export interface ClientEnvironment {
  /** The options as data, without the surveys. */
  readonly settings: ScoreletOptions;
  /** The options as the host gave them, with their functions. */
  readonly options: ScoreletOptions;
  readonly mode: Mode;
  /** A driver moves the browser, and the host did not say that its answers count all the same. */
  readonly automation: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report: Report;
  readonly emit: (name: EventName, event: ScoreletEvent) => void;
  readonly state: ClientState;
  readonly store: KeyValueStore;
  /** Whether something may be kept on the device now. */
  readonly mayPersist: () => boolean;
  /** The browser's `fetch` as it was when the client was created: pages patch it later. */
  readonly fetch: typeof fetch;
}
