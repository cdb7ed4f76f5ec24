/** `createScorelet`: wires the rooms. The only file that names widgets/, and only inside `import()`. */

import { hasLeftovers } from '../delivery/hasLeftovers.ts';
import { createLocalStore } from '../browser/localStore.ts';
import { isGoverned, isPlain } from '../check/needs.ts';
import { readDefinition } from './definition.ts';
import type { Displays, Facts, Occasion } from '../display/displays.ts';
import type { Governance } from '../governance/governance.ts';
import { createListeners } from './listeners.ts';
import { pickLocale } from '../locales/pickLocale.ts';
import type { NotShownReason, Scorelet, ScoreletOptions, ShowResult } from '../api/options.ts';
import { BEGUN, CLOCKS, CLOSED, EVENTS, NAMED, ROOT } from '../memory/keys.ts';
import type { Present } from '../api/present.ts';
import { createReport } from './report.ts';
import type { Survey } from '../schema/index.ts';
import { afterLoad, LOAD_DELAY_MS } from '../triggers/afterLoad.ts';

/** Longer than any default clock is closed, but that of somebody who is not to be asked again. */
const LONGEST_CLOSED_MS = 7e10;

/** Fetches the Preact prompt, and what it needs for more than a scale with a comment. */
const fetchPrompt = async (plain: boolean): Promise<Present> => {
  const [{ mountPrompt }, more] = await Promise.all([
    import('../../widgets/index.ts'),
    plain || import('../../widgets/more/index.ts'),
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
  const { settings, surveys, given, json } = definition;

  const { mode: asked = 'auto', consent = 'granted', context = {} } = settings;
  let { locale = 'auto' } = settings;
  /** A link to a preview, or in a mail with a score: `?scorelet-preview=<survey>`, `?scorelet=<survey>:<score>`. */
  const [, isPreview, linked, score] =
    /[?&]scorelet(-preview)?=([\w.:-]+?)(?:(?::|%3A)(\d+))?(?:[&#]|$)/i.exec(inPage ? location.search : '') ?? [];
  const previewId = isPreview && linked;
  const prefilled = !isPreview && score && linked;
  // A driver moves the browser, and the host has not said that it counts all the same.
  const automation = inPage && !!navigator.webdriver && asked !== 'live';
  const mode = previewId && asked !== 'off' ? 'preview' : asked !== 'auto' ? asked : automation ? 'test' : 'live';
  let off = !inPage || !definition.usable || mode === 'off';

  /** What the events of this moment say of who and where. */
  const facts: Facts = { respondent: {}, context, consent };
  /** Contexts are looked at before they are used, in their order; `reset()` makes an end of those that still wait. */
  let contexts: Promise<unknown> = Promise.resolve();
  let visit = 0;
  const store = createLocalStore(ROOT, options.storage);
  const { fetch: send } = globalThis; // As it is now: pages patch it later.
  const mayPersist = () =>
    !off && mode !== 'preview' && facts.consent === 'granted' && settings.persistence !== 'memory';
  // A preview leaves alone what is there; while nobody has said anything, nothing is touched.
  const persist = () => off || mode === 'preview' || store.persist(mayPersist());
  if (consent !== 'pending') persist();

  let governance: Governance | undefined;
  /** Whether anything is remembered of anybody, or said of them: then the rules know what it means. */
  const isKnown = () => !!(store.keys(CLOCKS)[0] ?? facts.respondent.role);
  /** Says whether a survey may be shown now. Where nothing is remembered every default clock is open. */
  const isAllowed = (survey: Survey, occasion: Occasion): boolean =>
    occasion.force || mode === 'preview' || (governance ? governance.isOpen(survey, occasion) : !isKnown());

  const { on, emit, clear } = createListeners(report);

  /** Whether there are rules beyond the default ones: their code is fetched first. */
  const governed = isGoverned(json) || !!options.isEligible || !!options.history;
  /** Whether the smaller prompt will do; it knows no links. */
  const plain = !prefilled && mode !== 'preview' && !governed && isPlain(json, surveys);
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
    isAllowed,
    draw: (survey: Survey) => governance?.draw(survey),
  };
  let loading: Promise<Displays | undefined> | undefined;
  let displays: Displays | undefined;
  /** Fetches what showing and delivering need, side by side: no chunk waits for another. A failure is reported and tried again next time. */
  const load = () => {
    loading ??= Promise.all([
      import('../display/displays.ts'),
      fetchWords(),
      options.present ?? fetchPrompt(plain),
      definition.fetchBroken(),
      (settings.theme ?? globalThis.matchMedia?.('(prefers-contrast:more)').matches) &&
        import('../../widgets/palettes.ts').then(({ toStyles }) => toStyles(settings.theme)),
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
        return report('load_failed', `${cause}`, { cause });
      },
    );
    return loading;
  };

  /** Pages before this one may have left events behind. */
  const lookBack = async () => {
    if (mayPersist() && (await hasLeftovers(EVENTS, options.storage))) void load();
  };

  /** Shows a survey; an anchored one with what keeps it in its place, without which it stands in its corner. */
  const present = async (survey: Survey, occasion: Occasion, patient?: boolean) => {
    const anchored = (occasion.anchor || survey.presentation === 'anchored') && import('../../widgets/anchored/index.ts');
    const ready = await load();
    await contexts;
    try {
      return ready?.show(survey, { ...occasion, ...(await anchored) }, patient);
    } catch (cause) {
      report('load_failed', `${cause}`, { cause });
      return ready?.show(survey, occasion, patient);
    }
  };

  const notShown = (...reasons: NotShownReason[]): ShowResult => ({ shown: false, reasons });
  const later = (delay: number, callback: () => void) => cleanups.add(afterLoad(delay, callback));
  /** Whether nothing need be fetched to know that a survey is not asked now. A clock that was ahead may have said what it likes. */
  const isClosed = ({ id }: Survey): boolean => {
    const left = Number(store.get(CLOSED + id)) - now();
    return !facts.respondent.id && left > 0 && left < LONGEST_CLOSED_MS;
  };
  /** Considers a survey whose moment has come. */
  const consider = async (survey: Survey, occasion: Occasion = {}) => {
    if (!occasion.force && !governance && isKnown() && (isClosed(survey) || !(await govern()))) return;
    if (!off && isAllowed(survey, occasion)) void present(survey, occasion, true);
  };

  const find = (id: string) => surveys.find((each) => each.id === id) ?? report('unknown_survey', `No survey ${id}`);

  let governing: Promise<Governance | undefined> | undefined;
  /** Fetches the rules: those beyond the default ones, and what is to be made of what is remembered. */
  const govern = () => {
    governing ??= import('../governance/governance.ts').then(
      async ({ createGovernance }) => {
        governance = await createGovernance({
          ...lent,
          definition,
          governed,
          show: (survey, occasion) => off || present(survey, occasion, true),
          displays: () => displays,
          load,
        });
        return governance;
      },
      (cause) => {
        governing = undefined;
        return report('load_failed', `${cause}`, { cause });
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
        later(0, () =>
          consider(survey, { force: true, resume: !asked && !previewId, prefill: asked ? Number(score) : undefined }),
        );
        return false;
      }
      return !previewId;
    });
    if (previewId) find(previewId);
    if (governed) void govern().then((rules) => off || rules?.start(others));
    else {
      for (const survey of others) {
        const { trigger = 'load' } = survey;
        if (trigger === 'load' && !isClosed(survey)) {
          // The first look into storage is a task of its own: it waits for the disk.
          setTimeout(() => (isKnown() ? govern() : load()));
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
      facts.respondent = { ...facts.respondent, ...respondent };
    },
    setContext(more) {
      const said = visit;
      contexts = contexts
        .then(async () => {
          const { isSoundContext } = await import('../check/isSound.ts');
          if (!isSoundContext(more)) return definition.explain('setContext', more);
          if (said === visit) facts.context = { ...facts.context, ...more };
        })
        .catch((cause) => report('load_failed', `${cause}`, { cause }));
    },
    track(name, { subject, properties } = {}) {
      const occasion = { subject, properties };
      if (off || !definition.isGoodOccasion(occasion)) return;
      const said = visit; // Who has logged out meanwhile has not done it.
      if (governed) void govern().then((rules) => said === visit && rules?.track(name, occasion));
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
      if (!occasion.force && (governed || isKnown())) {
        const rules = await govern();
        if (!rules) return notShown('load_failed');
        await rules.settled();
      }
      if (!isAllowed(survey, occasion))
        return notShown(...(governance?.reasonsOf(survey, occasion) ?? ['not_due' as const]));
      return (await present(survey, occasion)) ?? notShown('load_failed');
    },
    explain: async (id) => (inPage ? ((await govern())?.explain(id) ?? []) : []),
    async debug() {
      if (inPage) await (await govern())?.debug(scorelet);
    },
    on,
    consent(state) {
      facts.consent = state;
      persist();
      governance?.takeUp();
      void loading?.then((ready) => ready?.obey());
      void lookBack();
    },
    setLocale(next) {
      locale = next;
      void loading?.then(async (ready) => ready?.speak(await fetchWords()));
    },
    reset() {
      visit++;
      displays?.clear(); // While it is known whose prompt it is.
      facts.respondent = {};
      facts.context = context;
      // What was asked of people with a name stays, under its hash: who logs in again is not asked again.
      store.clear(NAMED);
      governance?.clear();
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
  if (settings.debug) void scorelet.debug();
  return scorelet;
};
