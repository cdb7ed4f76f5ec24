/** What all parts of a client share. */
import type { Mode } from '../api/mode.ts';
import type { Report, Scorelet, ScoreletOptions } from '../api/options.ts';
import { createLocalStore, type KeyValueStore } from '../browser/localStore.ts';
import type { Facts } from '../display/displays.ts';
import { ROOT } from '../memory/keys.ts';
import type { EventName, ScoreletEvent } from '../schema/index.ts';
import type { Chunks } from './chunks.ts';
import { type Definition, readDefinition } from './definition.ts';
import { createLife, type Life } from './life.ts';
import { type Link, readLink } from './link.ts';
import { createListeners } from './listeners.ts';
import { toMode } from './mode.ts';
import { createReport } from './report.ts';

export interface ClientBase {
  /** The options as the host gave them, with their functions. */
  readonly options: ScoreletOptions;
  readonly definition: Definition;
  /** The options as data, without the surveys. */
  readonly settings: ScoreletOptions;
  readonly mode: Mode;
  /** A driver moves the browser, and the host did not say that its answers count all the same. */
  readonly automation: boolean;
  readonly link: Link | undefined;
  readonly life: Life;
  /** Its fields are replaced as the host says more. */
  readonly facts: Facts;
  readonly store: KeyValueStore;
  /** Whether something may be kept on the device now. */
  readonly mayPersist: () => boolean;
  /** Does what consent says now with what is stored. */
  readonly persist: () => void;
  /** Whether the definition or the hooks have rules beyond the default ones. */
  readonly isGoverned: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report: Report;
  readonly on: Scorelet['on'];
  readonly emit: (name: EventName, event: ScoreletEvent) => void;
  /** The browser's `fetch` as it is when the client is created: pages patch it later. */
  readonly fetch: typeof fetch;
}

/** Reads the options and the page. Does nothing else in it. */
export const createBase = (options: ScoreletOptions, chunks: Chunks): ClientBase => {
  const inPage = typeof document === 'object';
  const report = createReport(options);
  const definition = readDefinition(options, inPage, report, chunks);
  const { settings, needs } = definition;
  const { context = {}, consent = 'granted', persistence } = settings;

  const link = inPage ? readLink(location.search) : undefined;
  const automation = inPage && !!navigator.webdriver && settings.mode !== 'live';
  const mode = toMode(settings.mode, link, automation);
  const life = createLife(!inPage || !definition.usable || mode === 'off');
  const facts: Facts = { respondent: {}, context, consent };

  const store = createLocalStore(ROOT, options.storage);
  const isOver = () => life.signal().aborted;
  const mayPersist = () => !isOver() && mode !== 'preview' && facts.consent === 'granted' && persistence !== 'memory';
  const persist = () => {
    // A preview leaves alone what is stored.
    if (!isOver() && mode !== 'preview') store.persist(mayPersist());
  };
  // While consent is pending, nothing is touched.
  if (consent !== 'pending') persist();

  const { on, emit, clear } = createListeners(report);
  life.onEnd(clear);

  return {
    options,
    definition,
    settings,
    mode,
    automation,
    link,
    life,
    facts,
    store,
    mayPersist,
    persist,
    isGoverned: () => needs.rules || !!options.isEligible || !!options.history,
    now: options.now ?? Date.now,
    report,
    on,
    emit,
    fetch: globalThis.fetch,
  };
};
