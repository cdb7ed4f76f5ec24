/** Connects the parts of a client. Code is fetched on demand, so a page without a due survey loads only the first file. */

import type { Listener } from '../api/clientEnvironment.ts';
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { NotShownReason, Scorelet, ScoreletOptions, ShowResult } from '../api/options.ts';
import { toData } from '../browser/toData.ts';
import { hasLeftovers } from '../delivery/hasLeftovers.ts';
import { isKeptOnLogout } from '../memory/keys.ts';
import { needsRules } from '../memory/needsRules.ts';
import type { Survey } from '../schema/index.ts';
import { rulesOf } from '../triggers/moment.ts';
import { createBase } from './base.ts';
import { begin } from './begin.ts';
import type { Chunks } from './chunks.ts';
import { createFetched } from './fetched.ts';
import { createParts } from './parts.ts';

const notShown = (...reasons: NotShownReason[]): ShowResult => ({ shown: false, reasons });

/** Creates a client that fetches its parts with the given functions. Never throws in a page. */
export const createClient = (options: ScoreletOptions, chunks: Chunks): Scorelet => {
  const base = createBase(options, chunks);
  const { definition, settings, life, state, store, listeners, isGoverned, report } = base;
  const { surveys } = definition;

  /** Shows a survey. When the build has no code for anchored prompts, an anchored prompt appears in its corner. */
  const present = async (
    survey: Survey,
    occasion: DisplayOccasion,
    signal: AbortSignal,
    patient?: boolean,
  ): Promise<ShowResult> => {
    const isAnchored = occasion.anchor ?? survey.presentation === 'anchored';
    const [ready, anchored] = await Promise.all([displays.fetch(), isAnchored && place.fetch(), contexts]);
    if (signal.aborted) return notShown('cancelled');
    return (
      (await ready?.show(survey, { __proto__: null, ...occasion, ...anchored } as DisplayOccasion, patient)) ??
      notShown('load_failed')
    );
  };

  const parts = createParts(base, chunks, (survey, occasion) => void present(survey, occasion, life.signal(), true));
  const { displays, rules, gatekeeper } = parts;
  const place = createFetched(() => chunks.fetch('anchored'), report);
  /** The chain of context checks. Contexts are checked in order before they are merged. */
  let contexts: Promise<unknown> = Promise.resolve();

  /** Considers showing a survey whose trigger has fired. */
  const consider = async (survey: Survey, occasion: DisplayOccasion = toData({})) => {
    const signal = life.signal();
    const [closed] = await gatekeeper.findClosed(survey, occasion);
    if (!closed) void present(survey, occasion, signal, true);
  };

  const find = (id: string): Survey | NotShownReason => {
    const isMeant = (each: Survey | undefined) => each?.id === id;
    const survey = surveys.find(isMeant);
    if (survey) return survey;
    if (definition.given.some(isMeant)) return 'definition';
    void definition.explain('show', { id, surveys });
    return 'unknown_survey';
  };

  /** Fetches the displays when earlier pages left undelivered events, so that the outbox sends these events. */
  const lookBack = async () => {
    if (base.mayPersist() && (await hasLeftovers(store, options.storage))) void displays.fetch();
  };

  const scorelet: Scorelet = {
    identify(respondent) {
      if (!definition.areGood(toData({ identify: respondent ?? 'nothing' }))) return;
      const { id } = state.respondent;
      if (id && respondent.id && id !== respondent.id) scorelet.reset();
      state.respondent = toData({ ...state.respondent, ...respondent });
    },
    setContext(context) {
      const signal = life.signal();
      contexts = contexts.then(async () => {
        const sound = await definition.isSoundContext(context);
        // After a logout, a context that was set before it belongs to the previous respondent, so it is dropped.
        if (sound && !signal.aborted) state.context = { ...state.context, ...context };
      });
    },
    track(name, given) {
      const signal = life.signal();
      const occasion = toData({ ...given });
      if (signal.aborted || !definition.areGood(occasion)) return;
      const waiting = surveys.filter((survey) => rulesOf(survey).event === name);
      if (!isGoverned()) for (const survey of waiting) void consider(survey, occasion);
      else {
        void rules.fetch().then((fetched) => signal.aborted || fetched?.track(name, occasion));
        // Fetches the prompt in parallel with the rules, not after them.
        if (waiting[0]) void displays.fetch();
      }
    },
    async show(id, given) {
      const occasion = { __proto__: null, ...given } as DisplayOccasion;
      const signal = life.signal();
      if (signal.aborted) return notShown('off');
      const survey = find(id);
      if (typeof survey === 'string') return notShown(survey);
      if (!definition.areGood(occasion)) return notShown('invalid');
      // The hint that the first file reads names only one closed gate. `show()` reports all closed gates, so it asks the rules.
      if (!occasion.force && (isGoverned() || needsRules(store, state.respondent))) {
        const fetched = await rules.fetch();
        if (!fetched) return notShown('load_failed');
        await fetched.settled();
      }
      const closed = await gatekeeper.findClosed(survey, occasion);
      return closed[0] ? notShown(...closed) : present(survey, occasion, signal);
    },
    explain: async (id) => (await rules.fetch())?.explain(id) ?? [],
    async debug() {
      await (await rules.fetch())?.debug(scorelet);
    },
    on(name, listener) {
      const entry: Listener = [name, listener];
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    consent(consent) {
      // A prompt that is on its way was due under the consent that is withdrawn.
      if (consent === 'denied') life.renew();
      state.consent = consent;
      base.persist();
      rules.now()?.takeUp();
      void displays.asked().then((ready) => ready?.obey());
      void lookBack();
    },
    setLocale(next) {
      state.locale = next;
      void displays.asked().then(async (ready) => ready?.speak(await parts.fetchWords()));
    },
    reset() {
      // Closes the prompt before the client forgets the respondent, so that the last event of the prompt contains the respondent.
      displays.now()?.clear();
      life.renew();
      state.respondent = toData({});
      state.context = settings.context ?? {};
      // Keeps the display records of identified respondents, under a hash of the id, so that they are not asked again after the next login.
      store.clear(isKeptOnLogout);
      rules.now()?.clear();
    },
    flush: async () => (await displays.asked())?.flush(),
    destroy() {
      life.end();
      listeners.clear();
      rules.now()?.stop();
      void displays.asked().then((ready) => ready?.stop());
    },
  };
  // Runs in a separate task, so that the page can run its own tasks between the validation and the storage access.
  setTimeout(() => begin(base, parts, { consider, find, lookBack }));
  if (settings.debug) void scorelet.debug();
  return scorelet;
};
