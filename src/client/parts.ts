/** Creates the two large parts of a client, the displays and the rules. Each is fetched when it is first needed. */

import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { page } from '../browser/page.ts';
import type { Displays } from '../display/displayEnvironment.ts';
import type { Governance } from '../governance/governance.ts';
import { pickLocale } from '../locales/pickLocale.ts';
import type { Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { ClientBase } from './base.ts';
import type { Chunks } from './chunks.ts';
import { createFetched, type Fetched } from './fetched.ts';
import { type ClientGatekeeper, createGatekeeper } from './gatekeeper.ts';

export interface Parts {
  readonly displays: Fetched<Displays>;
  readonly rules: Fetched<Governance>;
  readonly gatekeeper: ClientGatekeeper;
  /** Fetches the current locale. Resolves undefined for English. */
  fetchWords(): Promise<Locale | undefined>;
}

/** Creates the displays and the rules. The rules call `show` when a trigger has fired and the gates are open. */
export const createParts = (
  base: ClientBase,
  chunks: Chunks,
  show: (survey: Survey, occasion: DisplayOccasion) => void,
): Parts => {
  const { options, definition, settings, state, report } = base;

  const fetchWords = () => {
    const { locale = 'auto' } = state;
    return pickLocale(locale === 'auto' ? `${page.documentElement.lang},${navigator.languages},en` : locale, chunks);
  };
  const hasOtherColors = () => settings.theme ?? matchMedia('(prefers-contrast:more)').matches;

  const displays: Fetched<Displays> = createFetched(async () => {
    // Fetches all chunks in parallel.
    const [chunk, extras, words, broken, palettes] = await Promise.all([
      chunks.fetch('prompt'),
      definition.needs.extras ? chunks.fetch('extras') : undefined,
      fetchWords(),
      definition.fetchBroken(),
      hasOtherColors() ? chunks.fetch('palettes') : undefined,
    ]);
    return chunk.createDisplays({ ...base, chunk, extras, words, broken, palettes, rules, rare, ...gatekeeper });
  }, report);

  const rare = createFetched(() => chunks.fetch('rare'), report);
  const debug = createFetched(() => chunks.fetch('debug'), report);
  const rules: Fetched<Governance> = createFetched(async () => {
    const [{ createGovernance }, more] = await Promise.all([
      chunks.fetch('governance'),
      options.history || settings.report ? chunks.fetch('governance-extras') : undefined,
    ]);
    return createGovernance({ ...base, ...more, show, displays, debug });
  }, report);
  const gatekeeper = createGatekeeper(base, rules);

  return { displays, rules, gatekeeper, fetchWords };
};
