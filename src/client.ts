/** `createScorelet`: wires the rooms. The only file that names widgets/, and only inside `import()`. */

import { hasLeftovers } from './browser/hasLeftovers.ts';
import { createLocalStore } from './browser/localStore.ts';
import { toData } from './browser/toData.ts';
import { warn } from './browser/warn.ts';
import { argumentNodes } from './check/argumentNodes.ts';
import { isValid } from './check/isValid.ts';
import { hasInside, isPlain } from './check/needs.ts';
import { settingsNode, surveyNode } from './check/table.ts';
import { toMs } from './core/duration.ts';
import { isDue, toRecord } from './core/frequency.ts';
import type { Displays, Facts, Occasion } from './display.ts';
import { pickLocale } from './locales/pickLocale.ts';
import type { NotShownReason, Scorelet, ScoreletError, ScoreletOptions, ShowResult } from './options.ts';
import { BEGUN, CLOCKS, EVENTS, ROOT } from './outbox/keys.ts';
import type { Present } from './present.ts';
import type { EventName, ScoreletEvent, Survey, Trigger } from './schema/index.ts';
import { afterLoad } from './triggers/afterLoad.ts';

const LOAD_DELAY_MS = 1000;

/** A trigger that is a word has neither of its fields. */
type Moment = Exclude<Trigger, string>;

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
  const reported = new Set<string>();

  const report = (code: ScoreletError['code'], message: string, more?: Partial<ScoreletError>): undefined => {
    if (reported.has(message)) return;
    reported.add(message);
    if (!options.onError) return warn(message);
    try {
      options.onError({ code, message, ...more });
    } catch {
      // A handler of errors that throws has nobody left to tell.
    }
  };

  const definition = toData(options);
  const { surveys: list = [], ...rest } = definition;
  const settings = rest as unknown as ScoreletOptions;
  const given = (Array.isArray(list) ? list : []) as Survey[];
  const usable = isValid(settingsNode, settings) && given === list;
  const surveys = given.filter(
    (survey, index) =>
      usable && isValid(surveyNode, survey) && given.findIndex((other) => other?.id === survey.id) === index,
  );

  /** Fetches the schemas to say what is wrong with a value. */
  const explain = async (what: keyof typeof argumentNodes | 'options' | 'setContext', value: unknown) => {
    try {
      const { explainWrong } = await import('./schema/explanation.ts');
      const { message, issues } = explainWrong(what, value);
      report(what === 'options' ? 'definition_invalid' : 'argument_invalid', message, { issues });
    } catch (cause) {
      report('load_failed', `Wrong ${what}: ${cause}`, { cause });
    }
  };
  if (inPage && surveys.length < (usable ? given.length : 1)) void explain('options', definition);
  const isGood = (what: keyof typeof argumentNodes, value: unknown): boolean => {
    const good = isValid(argumentNodes[what], value);
    if (!good) void explain(what, value);
    return good;
  };
  const isGoodOccasion = ({ subject, properties }: Occasion) =>
    (!subject || isGood('subject', subject)) && (!properties || isGood('properties', properties));

  const { mode: asked = 'auto', consent = 'granted', context = {} } = settings;
  let { locale = 'auto' } = settings;
  const params = inPage ? new URLSearchParams(location.search) : undefined;
  const previewId = params?.get('scorelet-preview');
  // A driver moves the browser, and the host has not said that it counts all the same.
  const automation = inPage && !!navigator.webdriver && asked !== 'live';
  const mode = previewId && asked !== 'off' ? 'preview' : asked !== 'auto' ? asked : automation ? 'test' : 'live';
  let off = !inPage || !usable || mode === 'off';

  /** What the events of this moment say of who and where. */
  const facts: Facts = { respondent: {}, context, consent };
  /** Contexts are looked at before they are used, in their order; `reset()` makes an end of those that still wait. */
  let contexts: Promise<unknown> = Promise.resolve();
  let visit = 0;
  const store = createLocalStore(ROOT);
  // As it is now: pages patch it later.
  const { fetch: send } = globalThis;
  const mayPersist = () =>
    !off && mode !== 'preview' && facts.consent === 'granted' && settings.persistence !== 'memory';
  // A preview leaves alone what is there; while nobody has said anything, nothing is touched.
  const persist = () => off || mode === 'preview' || store.persist(mayPersist());
  if (consent !== 'pending') persist();

  const recordOf = (id: string) => toRecord(store.get(CLOCKS + id));
  const isAllowed = ({ id }: Survey, { subject, force }: Occasion) =>
    force || mode === 'preview' || isDue(recordOf(id), subject, now());

  const listeners = new Set<(name: EventName, event: ScoreletEvent) => void>();
  const emit = (name: EventName, event: ScoreletEvent) => {
    for (const hear of [...listeners]) {
      try {
        hear(name, event);
      } catch (cause) {
        report('callback_failed', `on ${name}: ${cause}`, { cause });
      }
    }
  };

  const written = JSON.stringify(definition);
  /** `<survey>:<score>`, chosen by a link in a mail. */
  const [, prefilled, score] = /(.+):(\d+)/.exec(`${params?.get('scorelet')}`) ?? [];
  /** Whether the smaller prompt will do. */
  const plain = !prefilled && isPlain(written, surveys);
  const fetchWords = () =>
    pickLocale(locale === 'auto' ? `${document.documentElement.lang},${navigator.languages}` : locale, plain);
  let loading: Promise<Displays | undefined> | undefined;
  /** Fetches what showing and delivering need, side by side: no chunk waits for another. A failure is reported and tried again next time. */
  const load = () => {
    loading ??= Promise.all([
      import('./display.ts'),
      fetchWords(),
      options.present ?? fetchPrompt(plain),
      hasInside(written) && import('./check/isSound.ts').then(({ toUnsound }) => toUnsound(settings, surveys)),
      (settings.theme ?? matchMedia('(prefers-contrast:more)').matches) &&
        import('../widgets/palettes.ts').then(({ toStyles }) => toStyles(settings.theme)),
    ]).then(
      ([{ createDisplays }, words, present, broken, styles]) =>
        createDisplays({
          settings,
          options,
          present,
          words,
          styles: styles || undefined,
          mode,
          automation,
          now,
          report,
          emit,
          facts,
          store,
          fetch: send,
          mayPersist,
          recordOf,
          isAllowed,
          broken: broken || [],
          explain: () => explain('options', definition),
        }),
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
    const displays = await load();
    await contexts;
    try {
      return displays?.show(survey, { ...occasion, ...(await anchored) }, patient);
    } catch (cause) {
      report('load_failed', `Anchor: ${cause}`, { cause });
      return displays?.show(survey, occasion, patient);
    }
  };

  const notShown = (reason: NotShownReason): ShowResult => ({ shown: false, reasons: [reason] });
  const later = (delay: number, callback: () => void) => cleanups.add(afterLoad(delay, callback));
  /** Considers a survey whose moment has come. */
  const consider = (survey: Survey, occasion: Occasion = {}) => {
    if (!off && isAllowed(survey, occasion)) void present(survey, occasion, true);
  };

  const find = (id: string) => surveys.find((each) => each.id === id) ?? report('unknown_survey', `No survey ${id}`);

  const begin = () => {
    if (off) return;
    for (const survey of surveys) {
      const { id, trigger = 'load' } = survey;
      const { event, delay } = trigger as Moment;
      if (prefilled === id) {
        // Who follows a link has asked for it.
        later(0, () => consider(survey, { force: true, prefill: Number(score) }));
        continue;
      }
      if (previewId ? previewId === id : mayPersist() && store.isInTab(BEGUN + id)) {
        // What somebody has begun comes back at once, whatever the clocks say by now.
        later(0, () => consider(survey, { force: true }));
        continue;
      }
      if (previewId) continue;
      if (trigger === 'load' || (delay && !event)) {
        if (!isAllowed(survey, {})) continue;
        // The first look into storage is a task of its own: it waits for the disk.
        setTimeout(load);
        later(delay ? toMs(delay) : LOAD_DELAY_MS, () => consider(survey));
      } else if (settings.preload !== 'trigger' && event) {
        // Safari has no requestIdleCallback.
        later(0, () => (globalThis.requestIdleCallback ?? setTimeout)(() => off || load()));
      }
    }
    if (previewId) find(previewId);
    later(0, lookBack);
  };
  // A task of its own, so that the page gets its turn between check and storage.
  if (inPage) setTimeout(begin);

  const scorelet: Scorelet = {
    identify(respondent) {
      if (!isGood('identify', respondent)) return;
      const { id } = facts.respondent;
      if (id && respondent.id && id !== respondent.id) scorelet.reset();
      facts.respondent = { ...facts.respondent, ...respondent };
    },
    setContext(more) {
      const said = visit;
      contexts = contexts
        .then(async () => {
          const { isSoundContext } = await import('./check/isSound.ts');
          if (!isSoundContext(more)) return explain('setContext', more);
          if (said === visit) facts.context = { ...facts.context, ...more };
        })
        .catch((cause) => report('load_failed', `Context: ${cause}`, { cause }));
    },
    track(name, { subject, properties } = {}) {
      const occasion = { subject, properties };
      if (off || !isGoodOccasion(occasion)) return;
      for (const survey of surveys) {
        const { event, delay } = (survey.trigger ?? {}) as Moment;
        if (!event || event !== name) continue;
        const moment = () => consider(survey, occasion);
        if (delay) later(toMs(delay), moment);
        else moment();
      }
    },
    async show(id, occasion = {}) {
      if (off) return notShown('off');
      const survey = find(id);
      if (!survey) return notShown(given.some((each) => each?.id === id) ? 'invalid' : 'unknown_survey');
      if (!isGoodOccasion(occasion)) return notShown('invalid');
      if (!isAllowed(survey, occasion)) return notShown('not_due');
      return (await present(survey, occasion)) ?? notShown('load_failed');
    },
    on(name, listener) {
      const hear = (happened: EventName, event: ScoreletEvent) => {
        if (happened === name) listener(event as never);
      };
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    consent(state) {
      facts.consent = state;
      persist();
      void loading?.then((displays) => displays?.obey());
      void lookBack();
    },
    setLocale(next) {
      locale = next;
      void loading?.then(async (displays) => displays?.speak(await fetchWords()));
    },
    reset() {
      visit++;
      facts.respondent = {};
      facts.context = context;
      store.clear();
      void loading?.then((displays) => displays?.clear());
    },
    flush: async () => (await loading)?.flush(),
    destroy() {
      for (const cleanup of cleanups) cleanup();
      cleanups.clear();
      off = true;
      listeners.clear();
      void loading?.then((displays) => displays?.stop());
    },
  };
  return scorelet;
};
