/** The state and services that all parts of a client share. */

import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import type { ClientState } from '../api/clientState.ts';
import type { ScoreletOptions } from '../api/options.ts';
import { createLocalStore } from '../browser/localStore.ts';
import { toData } from '../browser/toData.ts';
import { ROOT } from '../memory/keys.ts';
import type { Chunks } from './chunks.ts';
import { type Definition, readDefinition } from './definition.ts';
import { createLife, type Life } from './life.ts';
import { type Link, readLink } from './link.ts';
import { toMode } from './mode.ts';
import { createReport } from './report.ts';

export interface ClientBase extends ClientEnvironment {
  readonly definition: Definition;
  readonly link: Link | undefined;
  readonly life: Life;
  /** Applies the current consent to the data stored on the device. */
  readonly persist: () => void;
  /** Returns true when the definition or the hooks have rules other than the default ones. */
  readonly isGoverned: () => boolean;
}

/** Reads the options and the page, and applies the consent to the storage on the device. */
export const createBase = (options: ScoreletOptions, chunks: Chunks): ClientBase => {
  const report = createReport(options);
  const definition = readDefinition(options, report, chunks);
  const { settings, needs, usable } = definition;
  const { context = {}, consent = 'granted', locale, persistence } = settings;

  const link = readLink(location.search);
  const automation = !!navigator.webdriver && settings.mode !== 'live';
  const mode = toMode(settings.mode, link, automation);
  const life = createLife();
  if (!usable || mode === 'off') life.end();
  const state: ClientState = { respondent: toData({}), context, consent, locale };

  const store = createLocalStore(ROOT, options.storage);
  // In a preview, the client does not change stored data.
  const mayTouch = () => !life.isOver() && mode !== 'preview';
  const mayPersist = () => mayTouch() && state.consent === 'granted' && persistence !== 'memory';
  const persist = () => {
    if (mayTouch()) store.persist(mayPersist());
  };
  // While the consent is pending, the client does not touch the storage.
  if (consent !== 'pending') persist();

  return {
    options,
    definition,
    settings,
    mode,
    automation,
    link,
    life,
    state,
    store,
    mayPersist,
    persist,
    isGoverned: () => !!(needs.rules || options.isEligible || options.history),
    now: options.now ?? Date.now,
    report,
    listeners: new Set(),
    fetch: globalThis.fetch,
  };
};
