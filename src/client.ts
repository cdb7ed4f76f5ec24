/** `createScorelet`: wires the rooms. The only file that names widgets/, and only inside `import()`. */

import { hasLeftovers } from './browser/hasLeftovers.ts';
import { createLocalStore } from './browser/localStore.ts';
import { isGoverned, isPlain } from './check/needs.ts';
import { isDueByDefault } from './core/dueByDefault.ts';
import { readDefinition } from './definition.ts';
import type { Displays, Facts, Occasion } from './display.ts';
import type { Governance } from './governance.ts';
import { createListeners } from './listeners.ts';
import { pickLocale } from './locales/pickLocale.ts';
import { createMemory } from './memory.ts';
import type { NotShownReason, Scorelet, ScoreletOptions, ShowResult } from './options.ts';
import { BEGUN, EVENTS, NAMED, ROOT } from './outbox/keys.ts';
import type { Present } from './present.ts';
import { createReport } from './report.ts';
import type { Survey } from './schema/index.ts';
import { afterLoad } from './triggers/afterLoad.ts';

const LOAD_DELAY_MS = 1000;

/** Fetches the Preact prompt, and what it needs for more than a scale with a comment. */
const fetchPrompt = async (plain: boolean): Promise<Present> => {
  const [{ mountPrompt }, more] = await Promise.all([
    import('../widgets/index.ts'),
    plain || import('../widgets/more/index.ts'),
  ]);
  return (session, options) => mountPrompt(session, options, more === true ? undefined : more.extras);
};

/**
 * Creates a client. Never throws in a page: what is wrong with the options goes to `onError`, a wrong survey is off and the
 * others go on. Does nothing where there is no document.
 */
export const createScorelet = (options: ScoreletOptions): Scorelet => {
  const now = options.now ?? Date.now;
  const inPage = typeof document === 'object';
  const cleanups = new Set<() => void>();
  const report = createReport(options);
  const definition = readDefinition(options, inPage, report);
  const { settings, surveys, given, written } = definition;

  const { mode: asked = 'auto', consent = 'granted', context = {} } = settings;
  let { locale = 'auto' } = settings;
  const params = inPage ? new URLSearchParams(location.search) : undefined;
  const previewId = params?.get('scorelet-preview');
  // A driver moves the browser, and the host has not said that it counts all the same.
  const automation = inPage && !!navigator.webdriver && asked !== 'live';
  const mode = previewId && asked !== 'off' ? 'preview' : asked !== 'auto' ? asked : automation ? 'test' : 'live';
  let off = !inPage || !definition.usable || mode === 'off';

  /** What the events of this moment say of who and where. */
  const facts: Facts = { respondent: {}, context, consent };
  /** Contexts are looked at before they are used, in their order; `reset()` makes an end of those that still wait. */
  let contexts: Promise<unknown> = Promise.resolve();
  let visit = 0;
  const store = createLocalStore(ROOT);
  const { fetch: send } = globalThis; // As it is now: pages patch it later.
  const mayPersist = () =>
    !off && mode !== 'preview' && facts.consent === 'granted' && settings.persistence !== 'memory';
  // A preview leaves alone what is there; while nobody has said anything, nothing is touched.
  const persist = () => off || mode === 'preview' || store.persist(mayPersist());
  if (consent !== 'pending') persist();

  const memory = createMemory(store, () => facts.respondent.id, now);
  let governance: Governance | undefined;
  /** Says whether a survey may be shown now: by default clocks alone, and never to an agent in a customer's place. */
  const isAllowed = (survey: Survey, occasion: Occasion): boolean =>
    occasion.force ||
    mode === 'preview' ||
    (governance
      ? governance.isOpen(survey, occasion)
      : facts.respondent.role !== 'agent' && isDueByDefault(survey, memory.records(), occasion.subject, now()));

  const { on, emit, clear } = createListeners(report);

  /** `<survey>:<score>`, chosen by a link in a mail. */
  const [, prefilled, score] = /(.+):(\d+)/.exec(`${params?.get('scorelet')}`) ?? [];
  /** Whether there are rules beyond the default ones: their code is fetched first. */
  const governed = isGoverned(written) || !!options.isEligible || !!options.history;
  /** Whether the smaller prompt will do. */
  const plain = !prefilled && !governed && isPlain(written, surveys);
  const fetchWords = () =>
    pickLocale(locale === 'auto' ? `${document.documentElement.lang},${navigator.languages}` : locale, plain);
  /** What every part needs that is fetched. */
  const lent = {
    settings,
    options,
    mode,
    automation,
    now,
    report,
    emit,
    facts,
    store,
    fetch: send,
    mayPersist,
    memory,
    isAllowed,
    draw: (survey: Survey) => governance?.draw(survey),
  };
  let loading: Promise<Displays | undefined> | undefined;
  let displays: Displays | undefined;
  /** Fetches what showing and delivering need, side by side: no chunk waits for another. A failure is reported and tried again next time. */
  const load = () => {
    loading ??= Promise.all([
      import('./display.ts'),
      fetchWords(),
      options.present ?? fetchPrompt(plain),
      definition.fetchBroken(),
      (settings.theme ?? matchMedia('(prefers-contrast:more)').matches) &&
        import('../widgets/palettes.ts').then(({ toStyles }) => toStyles(settings.theme)),
    ]).then(
      ([{ createDisplays }, words, present, broken, styles]) => {
        displays = createDisplays({
          ...lent,
          present,
          words,
          styles: styles || undefined,
          broken,
          explain: definition.explain,
        });
        return displays;
      },
      (cause) => {
        loading = undefined;
        return report('load_failed', `Prompt: ${cause}`, { cause });
      },
    );
    return loading;
  };

  /** Pages before this one may have left events behind. */
  const lookBack = async () => {
    if (mayPersist() && (await hasLeftovers(EVENTS))) void load();
  };

  /** Shows a survey; an anchored one with what keeps it in its place, without which it stands in its corner. */
  const present = async (survey: Survey, occasion: Occasion, patient?: boolean) => {
    const anchored = (occasion.anchor || survey.presentation === 'anchored') && import('../widgets/anchored/index.ts');
    const ready = await load();
    await contexts;
    try {
      return ready?.show(survey, { ...occasion, ...(await anchored) }, patient);
    } catch (cause) {
      report('load_failed', `Anchor: ${cause}`, { cause });
      return ready?.show(survey, occasion, patient);
    }
  };

  const notShown = (...reasons: NotShownReason[]): ShowResult => ({ shown: false, reasons });
  const later = (delay: number, callback: () => void) => cleanups.add(afterLoad(delay, callback));
  /** Considers a survey whose moment has come. */
  const consider = (survey: Survey, occasion: Occasion = {}) => {
    if (!off && isAllowed(survey, occasion)) void present(survey, occasion, true);
  };

  const find = (id: string) => surveys.find((each) => each.id === id) ?? report('unknown_survey', `No survey ${id}`);

  let governing: Promise<Governance | undefined> | undefined;
  /** Fetches the rules beyond the default ones. */
  const govern = () => {
    governing ??= Promise.all([import('./governance.ts'), definition.fetchBroken()]).then(
      ([{ createGovernance }, broken]) => {
        governance = createGovernance({
          ...lent,
          surveys: surveys.filter((survey) => !broken.includes(survey)),
          show: (survey, occasion) => off || present(survey, occasion, true),
          displays: () => displays,
          load,
        });
        return governance;
      },
      (cause) => {
        governing = undefined;
        return report('load_failed', `Rules: ${cause}`, { cause });
      },
    );
    return governing;
  };

  const begin = () => {
    if (off) return;
    const others = surveys.filter((survey) => {
      const { id } = survey;
      const asked = prefilled === id;
      // Who follows a link has asked for it; what somebody has begun comes back at once, whatever the clocks say by now.
      if (asked || (previewId ? previewId === id : mayPersist() && store.isInTab(BEGUN + id))) {
        later(0, () => consider(survey, { force: true, prefill: asked ? Number(score) : undefined }));
        return false;
      }
      return !previewId;
    });
    if (previewId) find(previewId);
    if (governed) void govern().then((rules) => off || rules?.start(others));
    else {
      for (const survey of others) {
        const { trigger = 'load' } = survey;
        if (trigger === 'load' && isAllowed(survey, {})) {
          // The first look into storage is a task of its own: it waits for the disk.
          setTimeout(load);
          later(LOAD_DELAY_MS, () => consider(survey));
        }
      }
    }
    if (settings.preload !== 'trigger' && others.some(({ trigger }) => typeof trigger === 'object')) {
      // Safari has no requestIdleCallback.
      later(0, () => (globalThis.requestIdleCallback ?? setTimeout)(() => off || load()));
    }
    later(0, lookBack);
  };

  const scorelet: Scorelet = {
    identify(respondent) {
      if (!definition.isGood('identify', respondent)) return;
      const { id } = facts.respondent;
      if (id && respondent.id && id !== respondent.id) scorelet.reset();
      memory.handOver(() => {
        facts.respondent = { ...facts.respondent, ...respondent };
      });
    },
    setContext(more) {
      const said = visit;
      contexts = contexts
        .then(async () => {
          const { isSoundContext } = await import('./check/isSound.ts');
          if (!isSoundContext(more)) return definition.explain('setContext', more);
          if (said === visit) facts.context = { ...facts.context, ...more };
        })
        .catch((cause) => report('load_failed', `Context: ${cause}`, { cause }));
    },
    track(name, { subject, properties } = {}) {
      const occasion = { subject, properties };
      if (off || !definition.isGoodOccasion(occasion)) return;
      if (governed) void govern().then((rules) => rules?.track(name, occasion));
      else {
        for (const survey of surveys) {
          if ((survey.trigger as { event?: string } | undefined)?.event === name) consider(survey, occasion);
        }
      }
    },
    async show(id, occasion = {}) {
      if (off) return notShown('off');
      const survey = find(id);
      if (!survey) return notShown(given.some((each) => each?.id === id) ? 'invalid' : 'unknown_survey');
      if (!definition.isGoodOccasion(occasion)) return notShown('invalid');
      if (governed && !occasion.force) {
        const rules = await govern();
        if (!rules) return notShown('load_failed');
        await rules.settled();
      }
      if (!isAllowed(survey, occasion))
        return notShown(...(governance?.reasonsOf(survey, occasion) ?? ['not_due' as const]));
      return (await present(survey, occasion)) ?? notShown('load_failed');
    },
    explain: async (id) => (inPage ? ((await govern())?.explain(given, id) ?? []) : []),
    async debug() {
      if (!inPage) return;
      try {
        const { togglePanel } = await import('../widgets/debug/index.ts');
        togglePanel(scorelet, store, now);
      } catch (cause) {
        report('load_failed', `Panel: ${cause}`, { cause });
      }
    },
    on,
    consent(state) {
      facts.consent = state;
      persist();
      void loading?.then((ready) => ready?.obey());
      void lookBack();
    },
    setLocale(next) {
      locale = next;
      void loading?.then(async (ready) => ready?.speak(await fetchWords()));
    },
    reset() {
      visit++;
      for (const each of [displays, governance]) each?.clear(); // While it is known whose prompt it is.
      facts.respondent = {};
      facts.context = context;
      // What was asked of people with a name stays, under its hash: who logs in again is not asked again.
      store.clear(NAMED);
      void loading?.then((ready) => ready?.clear());
    },
    flush: async () => (await loading)?.flush(),
    destroy() {
      for (const cleanup of cleanups) cleanup();
      cleanups.clear();
      off = true;
      clear();
      governance?.stop();
      void loading?.then((ready) => ready?.stop());
    },
  };
  // A task of its own, so that the page gets its turn between check and storage.
  if (inPage) setTimeout(begin);
  if (settings.debug && definition.usable) void scorelet.debug();
  return scorelet;
};
