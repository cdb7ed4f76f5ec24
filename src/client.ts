/** `createScorelet`: wires the rooms. The only file that names widgets/, and only inside `import()`. */
import { createLocalStore } from './browser/storage.ts';
import { whenIdle } from './browser/whenIdle.ts';
import { whenPresentable } from './browser/whenPresentable.ts';
import { isValid, type Node } from './check/check.ts';
import { contextNode, propertiesNode, respondentNode, settingsNode, subjectNode, surveyNode } from './check/table.ts';
import { toMs } from './core/duration.ts';
import { createEmitter } from './core/emitter.ts';
import { isDue, toNextRecord, toRecord } from './core/frequency.ts';
import type { Displays, Occasion } from './display.ts';
import { pickLocale } from './locales/pickLocale.ts';
import type { NotShownReason, Scorelet, ScoreletError, ScoreletOptions, ShowResult } from './options.ts';
import type { Context, EventName, EventOf, Respondent, Survey } from './schema/index.ts';
import { brokenRule } from './schema/rules.ts';
import { afterLoad } from './triggers/afterLoad.ts';

const HOOKS = ['transport', 'present', 'beforeSend', 'onError', 'now'];
const LOAD_DELAY_MS = 1000;

const notShown = (...reasons: NotShownReason[]): ShowResult => ({ shown: false, reasons });

/**
 * Creates a client. Never throws in a page: what is wrong with the options goes to `onError`, a wrong survey is off and the
 * others go on. Does nothing where there is no document.
 */
export const createScorelet = (options: ScoreletOptions): Scorelet => {
  const { onError, now = Date.now } = options;
  const inPage = typeof document === 'object';
  const cleanups: (() => void)[] = [];
  const reported = new Set<string>();
  let destroyed = false;

  const report = (error: ScoreletError) => {
    if (reported.has(error.message)) return;
    reported.add(error.message);
    if (!onError) return console.warn(`[scorelet] ${error.message}`);
    try {
      onError(error);
    } catch (cause) {
      console.warn('[scorelet] onError threw', cause);
    }
  };
  const emitter = createEmitter<{ [Name in EventName]: EventOf<Name> }>((cause) =>
    report({ code: 'callback_failed', message: `A listener threw: ${cause}`, cause }),
  );

  // Fresh objects: the host may change its own afterwards. Functions stay out; one where none belongs is reported.
  let definition: Record<string, unknown> = {};
  try {
    definition = structuredClone(Object.fromEntries(Object.entries(options).filter(([key]) => !HOOKS.includes(key))));
  } catch {
    definition = { ...options };
  }
  const { surveys: written = [], ...settings } = definition as { surveys?: unknown[] } & Omit<
    ScoreletOptions,
    'surveys'
  >;
  const given = Array.isArray(written) ? written : [];
  const isSurvey = (value: unknown, index: number): value is Survey =>
    isValid(surveyNode, value) &&
    !brokenRule(value as Survey) &&
    given.findIndex((other) => (other as Survey | null)?.id === (value as Survey).id) === index;
  const settingsValid = isValid(settingsNode, settings) && given === written;
  const surveys = settingsValid ? given.filter(isSurvey) : [];

  const explain = (what: () => Promise<void>) =>
    what().catch((cause) =>
      report({ code: 'load_failed', message: 'The explanation of an error could not be loaded.', cause }),
    );
  if (inPage && (!settingsValid || surveys.length < given.length)) {
    void explain(async () => {
      const { checkOptions, toSentence } = await import('./schema/explanation.ts');
      const issues = checkOptions(definition);
      report({ code: 'definition_invalid', message: `Wrong definition. ${issues.map(toSentence).join(' ')}`, issues });
      const { surveys: wrong } = {
        surveys: given.find((value, index) => !isSurvey(value, index)) as Partial<Survey> | undefined,
      };
      if (settingsValid) (await load()).fail('definition_invalid', issues.map(toSentence).join(' '), wrong?.id);
    });
  }

  const params = inPage ? new URLSearchParams(location.search) : undefined;
  const previewId = params?.get('scorelet-preview');
  const automation = inPage && navigator.webdriver === true;
  const asked = settings.mode ?? 'auto';
  const mode = previewId && asked !== 'off' ? 'preview' : asked === 'auto' ? (automation ? 'test' : 'live') : asked;
  const off = !inPage || !settingsValid || mode === 'off';

  const store = createLocalStore('scorelet:1:');
  let consent = settings.consent ?? 'granted';
  const persist = () => !off && store.persist(consent === 'granted' && mode !== 'preview');
  if (consent === 'granted') persist();

  let respondent: Respondent = {};
  let context: Context = settings.context ?? {};

  /** Checks what the host gave a method; a wrong one is reported and ignored. */
  const isGood = (what: string, node: Node, value: unknown): boolean => {
    if (isValid(node, value)) return true;
    void explain(async () => {
      const { checkArgument, toSentence } = await import('./schema/explanation.ts');
      const issues = checkArgument(what, value);
      report({ code: 'argument_invalid', message: `${what}: ${issues.map(toSentence).join(' ')}`, issues });
    });
    return false;
  };

  const keyOf = (survey: Survey) => `seen:${survey.id}`;
  const subjectOf = ({ subject }: Occasion) => (subject ? `${subject.type}:${subject.id}` : '');
  const recordOf = (survey: Survey) => toRecord(store.get(keyOf(survey)));
  const isAllowed = (survey: Survey, occasion: Occasion) =>
    mode === 'preview' || occasion.force || isDue(recordOf(survey), subjectOf(occasion), now());

  // One import() each, side by side: no chunk waits for another.
  const toLocale = pickLocale(
    settings.locale && settings.locale !== 'auto'
      ? [settings.locale]
      : inPage
        ? [document.documentElement.lang, ...navigator.languages]
        : [],
  );
  let loading: Promise<Displays> | undefined;
  const load = () => {
    loading ??= Promise.all([
      import('./display.ts'),
      options.present ?? import('../widgets/index.ts').then(({ mountPrompt }) => mountPrompt),
      toLocale?.().catch((cause) => {
        report({ code: 'load_failed', message: 'A locale could not be loaded; the prompt speaks English.', cause });
        return undefined;
      }),
    ]).then(([{ createDisplays }, present, locale]) =>
      createDisplays({
        settings,
        hooks: options,
        present,
        locale,
        mode,
        automation,
        now,
        report,
        emit: (name, event) => emitter.emit(name, event as never),
        state: () => ({ respondent, context, consent }),
        recordOf: (survey) => recordOf(survey as Survey),
        onOutcome(survey, outcome, occasion) {
          const record = toNextRecord(recordOf(survey as Survey), outcome, subjectOf(occasion), now());
          store.set(keyOf(survey as Survey), JSON.stringify(record));
        },
        onClosed: next,
      }),
    );
    // A chunk that could not be fetched is asked for again at the next occasion.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

  let open = false;
  const waiting: (() => void)[] = [];
  const next = () => {
    open = false;
    waiting.shift()?.();
  };

  const present = (survey: Survey, occasion: Occasion): Promise<ShowResult> =>
    new Promise((resolve) => {
      open = true;
      const fail = (result: ShowResult) => {
        resolve(result);
        next();
      };
      const show = () =>
        load().then(
          (displays) => {
            if (destroyed) return fail(notShown('destroyed'));
            if (!isAllowed(survey, occasion)) return fail(notShown('not_due'));
            const reason = displays.show(survey, occasion);
            return reason ? fail(notShown(reason)) : resolve({ shown: true, reasons: [] });
          },
          (cause) => {
            report({
              code: 'load_failed',
              message: 'The prompt could not be loaded; it is tried again next time.',
              cause,
            });
            fail(notShown('load_failed'));
          },
        );
      if (occasion.takeFocus || survey.presentation === 'inline') void show();
      else {
        // Fetched while we wait for the page to be free.
        void load().catch(() => {});
        cleanups.push(whenPresentable(show));
      }
    });

  /** Considers a survey whose moment has come. One prompt at a time; the next waits for its turn. */
  const consider = (survey: Survey, occasion: Occasion) => {
    if (destroyed || !isAllowed(survey, occasion)) return;
    if (open) waiting.push(() => consider(survey, occasion));
    else void present(survey, occasion);
  };

  const later = (delay: number, callback: () => void) => cleanups.push(afterLoad(delay, callback));

  const start = () => {
    if (previewId) {
      const survey = surveys.find(({ id }) => id === previewId);
      if (survey) later(0, () => consider(survey, {}));
      else report({ code: 'unknown_survey', message: `There is no survey "${previewId}" to preview.` });
      return;
    }
    for (const survey of surveys) {
      const { trigger = 'load' } = survey;
      const timed = typeof trigger === 'object' && !trigger.event;
      if (trigger === 'load' || timed) {
        if (!isAllowed(survey, {})) continue;
        void load().catch(() => {});
        later(timed && trigger.delay ? toMs(trigger.delay) : LOAD_DELAY_MS, () => consider(survey, {}));
      } else if (settings.preload !== 'trigger' && trigger !== 'manual') {
        later(0, () => cleanups.push(whenIdle(() => void load().catch(() => {}))));
      }
    }
  };
  if (!off) start();

  const scorelet: Scorelet = {
    identify(next) {
      if (!isGood('identify', respondentNode, next)) return;
      if (respondent.id && next.id && respondent.id !== next.id) scorelet.reset();
      respondent = { ...respondent, ...next };
    },
    setContext(next) {
      if (isGood('setContext', contextNode, next)) context = { ...context, ...next };
    },
    track(name, details = {}) {
      const { subject, properties } = details;
      if (off || (subject && !isGood('subject', subjectNode, subject))) return;
      if (properties && !isGood('properties', propertiesNode, properties)) return;
      for (const survey of surveys) {
        const { trigger } = survey;
        if (typeof trigger !== 'object' || trigger.event !== name) continue;
        const occasion = { subject, properties };
        if (trigger.delay) later(toMs(trigger.delay), () => consider(survey, occasion));
        else consider(survey, occasion);
      }
    },
    async show(id, occasion = {}) {
      if (off) return notShown('off');
      const survey = surveys.find((each) => each.id === id);
      if (!survey) {
        const known = given.some((each) => (each as Survey | null)?.id === id);
        if (known) return notShown('invalid');
        report({ code: 'unknown_survey', message: `There is no survey "${id}".` });
        return notShown('unknown_survey');
      }
      if (occasion.subject && !isGood('subject', subjectNode, occasion.subject)) return notShown('invalid');
      if (!isAllowed(survey, occasion)) return notShown('not_due');
      return open ? notShown('already_open') : present(survey, occasion);
    },
    on: (name, listener) => emitter.on(name, listener),
    consent(state) {
      consent = state;
      if (state !== 'pending') persist();
      void loading?.then((displays) => displays.hold(state === 'pending')).catch(() => {});
    },
    reset() {
      respondent = {};
      context = settings.context ?? {};
      waiting.length = 0;
      store.clear();
      void loading?.then((displays) => displays.close('api')).catch(() => {});
    },
    flush: async () => (await loading?.catch(() => undefined))?.flush(),
    destroy() {
      destroyed = true;
      waiting.length = 0;
      for (const cleanup of cleanups.splice(0)) cleanup();
      void loading?.then((displays) => displays.stop()).catch(() => {});
      emitter.clear();
    },
  };
  return scorelet;
};
