import type { KeyValueStore } from '../browser/localStore.ts';
import type { EventName } from '../schema/index.ts';
import type { ClientState } from './clientState.ts';
import type { Mode } from './mode.ts';
import type { Report, ScoreletOptions } from './options.ts';

/** A listener of the host, with the name of the event that it hears. */
export type Listener = readonly [name: EventName, listener: (event: never) => void];

/** The settings and services that the client passes to its modules. */
export interface ClientEnvironment {
  /** The options without hooks and surveys. */
  readonly settings: ScoreletOptions;
  /** The options as the host page passed them, with hooks. */
  readonly options: ScoreletOptions;
  readonly mode: Mode;
  /** True when a WebDriver controls the browser and the host page did not set `mode: 'live'`. */
  readonly automation: boolean;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  readonly report: Report;
  /** The host's listeners, in the order in which they came. */
  readonly listeners: Set<Listener>;
  readonly state: ClientState;
  readonly store: KeyValueStore;
  /** Returns true when the client may store data on the device now. */
  readonly mayPersist: () => boolean;
  /** The browser's `fetch`, taken when the client was created, because pages may patch it later. */
  readonly fetch: typeof fetch;
}
