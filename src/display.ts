/** What a display needs that a page without one does not: session, events, prompt. Fetched when a prompt is due. */

import type { KeyValueStore } from './browser/localStore.ts';
import { toSafeUrl } from './browser/safeUrl.ts';
import { keepInTab, takeFromTab } from './browser/tabStore.ts';
import { toJson } from './browser/toJson.ts';
import { whenPresentable } from './browser/whenPresentable.ts';
import { createSession } from './core/createSession.ts';
import { type FrequencyRecord, toClock } from './core/frequency.ts';
import { EVERYTHING, MORE } from './core/more.ts';
import { toNextRecord } from './core/nextRecord.ts';
import { type NormalSurvey, toNormalSurvey } from './core/normalSurvey.ts';
import type { Session, SessionSnapshot } from './core/session.ts';
import { toEventData } from './core/toEvent.ts';
import { VERSION } from './core/version.ts';
import { createDelivery } from './delivery.ts';
import { enNps } from './locales/enNps.ts';
import type { Consent, NotShownReason, ScoreletError, ScoreletOptions, ShowOptions, ShowResult } from './options.ts';
import { BEGUN, CLOCKS } from './outbox/keys.ts';
import type { Place, Present } from './present.ts';
import { createRecorder, type ResponseFacts, toResponse } from './recorder.ts';
import type { Context, DismissReason, EventName, Respondent, ScoreletEvent, Survey } from './schema/index.ts';
import type { Locale } from './schema/locale.ts';

export interface Occasion extends ShowOptions {
  /** What keeps the prompt beside its anchor. */
  place?: Place | undefined;
  /** The score that a link has chosen. */
  prefill?: number | undefined;
}

/** What events say of who and where; its fields are replaced as the host says more. */
export interface Facts {
  respondent: Respondent;
  context: Context;
  consent: Consent;
}

/** What the client has ready, and lends. */
export interface DisplayEnvironment {
  settings: ScoreletOptions;
  /** The options as the host gave them: the functions are there. */
  options: ScoreletOptions;
  present: Present;
  /** The locale that was fetched. @default English */
  words: Locale | undefined;
  /** CSS of a palette beside the default one. */
  styles: string | undefined;
  mode: 'live' | 'preview' | 'test' | 'off';
  automation: boolean;
  now: () => number;
  report: (code: ScoreletError['code'], message: string, more?: Partial<ScoreletError>) => void;
  emit: (name: EventName, event: ScoreletEvent) => void;
  facts: Facts;
  store: KeyValueStore;
  /** The browser's, as it was when the client was made. */
  fetch: typeof fetch;
  /** Whether something may be kept on the device now. */
  mayPersist: () => boolean;
  /** How often and when a survey was shown. */
  recordOf: (surveyId: string) => FrequencyRecord;
  isAllowed: (survey: Survey, occasion: Occasion) => boolean;
  /** Surveys of the right shape that break a rule between fields: they are not shown. */
  broken: readonly Survey[];
  /** Says what is wrong with the definition. */
  explain: () => Promise<void>;
}

export interface Displays {
  /** Shows a survey when the page can be asked. While another prompt is open a patient one waits for its turn. */
  show(survey: Survey, occasion: Occasion, patient?: boolean): Promise<ShowResult>;
  /** Takes the prompt away and forgets what waits for its turn, and what was on its way. */
  clear(): void;
  /** Does what consent says now. */
  obey(): void;
  /** Goes on in another language; in English without words. */
  speak(words: Locale | undefined): void;
  /** Sends what waits; resolves when that attempt is over. */
  flush(): Promise<void>;
  /** Takes the prompt away, sends what waits and gives timers and listeners back. */
  stop(): void;
}

/** A response in the middle, as the tab remembers it: for which versions of us and of the survey, when, and all that was said. */
type Begun = [versions: string, at: number, occasion: Occasion, response: ResponseFacts, session: SessionSnapshot];

const DAY_MS = 86_400_000;
/** Behind the key of a response: it came by a link, and is over. */
const LINKED = ' link';
const versionsOf = ({ version }: NormalSurvey) => `${VERSION} ${version}`;

/** Creates what shows surveys, one at a time, and posts what happens. */
export const createDisplays = (environment: DisplayEnvironment): Displays => {
  const { settings, options, mode, now, report, store, recordOf, isAllowed } = environment;
  const { broken } = environment;
  if (broken[0]) void environment.explain();
  let locale = environment.words ?? enNps;
  let speak: ((locale: Locale) => void) | undefined;
  const { add: deliver, obey, flush, clear: forget, stop } = createDelivery(environment);
  const waiting: (() => void)[] = [];
  /** Closes the prompt that is open, or takes back the one that waits until the page can be asked. */
  let closeCurrent: ((reason: DismissReason) => void) | undefined;
  /** Tabs by survey: they stand beside whatever prompt is open, and keep none from opening. */
  const tabs = new Map<string, Pick<Session, 'speak'> & { close: (reason: DismissReason) => void }>();

  const finish = () => {
    closeCurrent = undefined;
    waiting.shift()?.();
  };

  /** Takes up a response that a page before this one left in the middle: of the same survey, about the same thing, today. */
  const takeBegun = (survey: NormalSurvey, { subject }: Occasion): Begun | [] => {
    const begun = takeFromTab(BEGUN + survey.id) as Begun | undefined;
    return begun?.[0] === versionsOf(survey) &&
      now() - begun[1] < DAY_MS &&
      (!subject || toClock(subject) === toClock(begun[2].subject))
      ? begun
      : [];
  };

  /** Makes a session, and what mounts the prompt and returns why it could not: two tasks, so that neither is long. */
  const prepare = (written: Survey, occasion: Occasion): (() => NotShownReason | undefined) => {
    const survey = toNormalSurvey(written);
    const { id, privacyUrl, brand = settings.brand } = survey;
    const presentation = occasion.anchor ? 'anchored' : survey.presentation;
    const aside = EVERYTHING && presentation === 'tab';
    const [, , { subject, properties } = occasion, response = toResponse(environment, survey), resumed] = takeBegun(
      survey,
      occasion,
    );
    const session = createSession({
      survey,
      locale,
      brand,
      now: () => performance.now(),
      resumed,
      ...(MORE
        ? { prefill: occasion.prefill, facts: { subject, properties, traits: environment.facts.respondent.traits } }
        : {}),
    });
    if (!aside) ({ speak } = session);
    const add = createRecorder(environment, survey, { subject, properties }, response, deliver);
    /** Keeps what was said for the page after a reload, until it is over. */
    const keep = () => {
      const { scores, texts, choices, status } = session.state();
      if (status !== 'open') takeFromTab(BEGUN + id);
      else if (environment.mayPersist() && toJson({ ...scores, ...texts, ...(MORE ? choices : {}) }) !== '{}') {
        const all: Begun = [versionsOf(survey), now(), { subject, properties }, response, session.snapshot()];
        keepInTab(BEGUN + id, toJson(all));
      }
    };
    let unmount: (() => void) | undefined;
    let closed = false;
    const close = (reason: DismissReason) => {
      if (closed) return;
      closed = true;
      session.dismiss(reason);
      guarded(() => unmount?.());
      if (aside) tabs.delete(id);
      else finish();
    };
    /** Runs what is not ours, or meets the page; returns whether it went well. */
    const guarded = (action: () => void) => {
      try {
        action();
        return true;
      } catch (cause) {
        const message = `Survey ${id}: ${cause}`;
        report('present_failed', message, { cause });
        add({ name: 'failed', data: { code: 'present_failed', message } });
        return false;
      }
    };
    session.subscribe((change) => {
      const { type } = change;
      if (type === 'drawn') return keep();
      add(toEventData(change, session, presentation));
      keep();
      if (EVERYTHING && type === 'completed' && occasion.prefill !== undefined && environment.mayPersist()) {
        keepInTab(BEGUN + id + LINKED, '1');
      }
      const outcome = type === 'dismissed' && change.reason === 'never' ? 'never' : type;
      // Who has answered and then closes has answered.
      if (mode === 'preview' || (outcome === 'dismissed' && (change as { answeredCount: number }).answeredCount))
        return;
      const record = recordOf(id);
      const next = toNextRecord(record, outcome, toClock(subject), now());
      if (next !== record) store.set(CLOCKS + id, toJson(next));
    });
    const mount = () => {
      const target = occasion.anchor ?? occasion.target ?? (survey.target && document.querySelector(survey.target));
      if (presentation === 'inline' && !target && !options.present) throw `no ${survey.target}`;
      unmount = environment.present(session, {
        presentation,
        target: target || undefined,
        place: occasion.place,
        colorScheme: settings.colorScheme,
        styles: environment.styles,
        brand,
        privacyUrl: privacyUrl && toSafeUrl(privacyUrl),
        takeFocus: occasion.takeFocus,
        mayRefuse: response.sampling.nthAsk > 1,
        close,
      });
      // What was taken up was taken away.
      keep();
      // It may have been closed while it was being shown.
      if (closed) unmount();
    };
    return () => {
      if (broken.includes(written)) return 'invalid';
      if (!isAllowed(written, occasion)) return 'not_due';
      if (aside) tabs.set(id, { close, speak: session.speak });
      else closeCurrent = close;
      return guarded(mount) ? undefined : 'present_failed';
    };
  };

  const show: Displays['show'] = (survey, occasion, patient) =>
    new Promise((resolve) => {
      // Who has answered by the link and loads the page again is not asked again.
      const linked = EVERYTHING && occasion.prefill !== undefined && store.isInTab(BEGUN + survey.id + LINKED);
      const say = (reason: NotShownReason | undefined) => resolve({ shown: !reason, reasons: reason ? [reason] : [] });
      if (linked) return say('not_due');
      if (EVERYTHING && survey.presentation === 'tab' && !occasion.anchor) {
        if (tabs.has(survey.id)) return say('already_open');
        const reason = prepare(survey, occasion)();
        if (reason) tabs.delete(survey.id);
        return say(reason);
      }
      if (closeCurrent) {
        if (patient) waiting.push(() => show(survey, occasion));
        else say('already_open');
        return;
      }
      let stopWaiting = () => {};
      closeCurrent = () => {
        stopWaiting();
        finish();
      };
      const start = () => {
        const mount = prepare(survey, occasion);
        return () => {
          const reason = mount();
          if (reason) finish();
          say(reason);
        };
      };
      // Who asked for it is not to wait; a prompt in the page's own flow covers nothing.
      if (occasion.takeFocus || survey.presentation === 'inline') start()();
      else stopWaiting = whenPresentable(start);
    });

  const close = () => {
    waiting.length = 0;
    closeCurrent?.('api');
    if (EVERYTHING) for (const tab of tabs.values()) tab.close('api');
  };

  return {
    show,
    obey,
    speak(words) {
      locale = words ?? enNps;
      speak?.(locale);
      if (EVERYTHING) for (const tab of tabs.values()) tab.speak(locale);
    },
    flush,
    clear() {
      close();
      forget();
    },
    stop() {
      close();
      stop();
    },
  };
};
