/** The two large parts of a client, each fetched when it is first needed: displays, and the rules. */

import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { ScoreletOptions } from '../api/options.ts';
import type { Present } from '../api/present.ts';
import { type Decision, OPEN, type Undecided } from '../core/rules/gatekeeper.ts';
import type { Displays } from '../display/environment.ts';
import type { Governance } from '../governance/governance.ts';
import { pickLocale } from '../locales/pickLocale.ts';
import type { Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { ClientBase } from './base.ts';
import type { Chunks, DisplayChunk, ExtrasChunk } from './chunks.ts';
import { createFetched, type Fetched } from './fetched.ts';
import { createFirstGatekeeper } from './gatekeeper.ts';

export interface Parts {
  readonly displays: Fetched<Displays>;
  readonly rules: Fetched<Governance>;
  /** Decides whether a survey may be shown now. */
  decide(survey: Survey, occasion: DisplayOccasion): Decision | Undecided;
  /** Fetches the words of the locale that the options or the page ask for; nothing for English. */
  fetchWords(): Promise<Locale | undefined>;
  /** Uses another locale from now on. */
  setLocale(locale: NonNullable<ScoreletOptions['locale']>): void;
}

/** Returns the host's own presenter, or the Preact prompt. */
const toPresent = (
  own: Present | undefined,
  { mountPrompt }: DisplayChunk,
  extras: ExtrasChunk | undefined,
): Present => {
  if (own) return own;
  if (!mountPrompt) throw new Error('The prompt is missing');
  return (session, details) => mountPrompt(session, details, extras?.promptExtras);
};

/** Creates both parts. `show` is what the rules call when a moment has come. */
export const createParts = (
  base: ClientBase,
  chunks: Chunks,
  show: (survey: Survey, occasion: DisplayOccasion) => void,
): Parts => {
  const { options, settings, definition, state, store, now, report, mode } = base;
  const { needs } = definition;
  const custom = !!options.present;
  let { locale = 'auto' } = settings;

  const fetchWords = () =>
    pickLocale(locale === 'auto' ? `${document.documentElement.lang},${navigator.languages}` : locale, chunks);
  const decide: Parts['decide'] = (survey, occasion) =>
    occasion.force || mode === 'preview' ? OPEN : gatekeeper.decide(survey, occasion);
  const hasOtherColors = () => settings.theme ?? globalThis.matchMedia?.('(prefers-contrast:more)').matches;

  const displays: Fetched<Displays> = createFetched(async () => {
    // Side by side: no chunk waits for another.
    const [display, extras, words, broken, palettes] = await Promise.all([
      chunks.display(custom),
      needs.extras ? chunks.extras(custom) : undefined,
      fetchWords(),
      definition.fetchBroken(),
      hasOtherColors() ? chunks.palettes() : undefined,
    ]);
    return display.createDisplays({
      ...base,
      decide,
      draw: (survey) => rules.now()?.draw(survey),
      fetchRules: rules.fetch,
      present: toPresent(options.present, display, extras),
      extras: extras?.sessionExtras,
      words: words ?? extras?.english,
      styles: palettes?.toStyles(settings.theme),
      broken,
      explain: definition.explain,
    });
  }, report);

  const rules: Fetched<Governance> = createFetched(async () => {
    const [{ createGovernance }, more] = await Promise.all([
      chunks.governance(),
      options.history || settings.report ? chunks.governanceExtras() : undefined,
    ]);
    return createGovernance({
      ...base,
      extras: more?.governanceExtras,
      governed: base.isGoverned(),
      fetchDebug: createFetched(chunks.debug, report).fetch,
      show,
      displays: displays.now,
      load: displays.fetch,
    });
  }, report);
  const gatekeeper = createFirstGatekeeper({ store, state, now, rules: rules.now });

  return {
    displays,
    rules,
    decide,
    fetchWords,
    setLocale(next) {
      locale = next;
    },
  };
};
