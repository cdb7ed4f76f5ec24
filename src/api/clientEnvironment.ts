import type { KeyValueStore } from '../browser/localStore.ts';
import type { EventName } from '../schema/index.ts';
import type { ClientState } from './clientState.ts';
import type { Mode } from './mode.ts';
import type { Report, ScoreletOptions } from './options.ts';

/** A listener that the host page added with `on()`, with the name of its event. */
export type Listener = readonly [name: EventName, listener: (event: never) => void];

/** The settings and services that the client passes to its modules. */
export interface ClientEnvironment {
  /** The options of the client, without hooks and surveys. */
  readonly settings: ScoreletOptions;
  /** The options as the host page passed them, with hooks. */
  readonly options: ScoreletOptions;
  readonly mode: Mode;
  /** True when a WebDriver controls the browser and the host page did not set `mode: 'live'`. */
  readonly automation: boolean;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  readonly report: Report;
  /** The host page's `on()` listeners, in the order in which they were added. */
  readonly listeners: Set<Listener>;
  readonly state: ClientState;
  readonly store: KeyValueStore;
  /** Returns true when the client may store data on the device now. */
  readonly mayPersist: () => boolean;
  /** The browser's `fetch`. The client stores it when it is created, because pages may patch `fetch` later. */
  readonly fetch: typeof fetch;
}
