/** What a display needs that a page without one does not: session, events, queue. Fetched when a prompt is due. */
import { onPageExit } from './browser/pageExit.ts';
import { toSafeUrl } from './browser/safeUrl.ts';
import type { KeyValueStore } from './browser/storage.ts';
import { whenPresentable } from './browser/whenPresentable.ts';
import { type FrequencyRecord, toClock } from './core/frequency.ts';
import { toNextRecord } from './core/nextRecord.ts';
import { toNormalSurvey } from './core/normalSurvey.ts';
import { createSession } from './core/session.ts';
import { toEventData } from './core/toEvent.ts';
import { enNps } from './locales/enNps.ts';
import type { Consent, NotShownReason, ScoreletError, ScoreletOptions, ShowOptions, ShowResult } from './options.ts';
import type { Present } from './present.ts';
import { createRecorder } from './recorder.ts';
import type { Context, DismissReason, EventName, Respondent, ScoreletEvent, Survey } from './schema/index.ts';
import type { Locale } from './schema/locale.ts';
import { brokenRule } from './schema/rules.ts';
import { createEventQueue } from './transport/eventQueue.ts';
import { createHttpTransport } from './transport/httpTransport.ts';

export type Occasion = ShowOptions;

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
  mode: 'live' | 'preview' | 'test' | 'off';
  automation: boolean;
  now: () => number;
  report: (code: ScoreletError['code'], message: string, more?: Partial<ScoreletError>) => void;
  emit: (name: EventName, event: ScoreletEvent) => void;
  facts: Facts;
  store: KeyValueStore;
  /** How often and when a survey was shown. */
  recordOf: (surveyId: string) => FrequencyRecord;
  isAllowed: (survey: Survey, occasion: Occasion) => boolean;
  /** The surveys of the right shape. */
  surveys: readonly Survey[];
  /** Says what is wrong with the definition. */
  explain: () => Promise<void>;
}

export interface Displays {
  /** Shows a survey when the page can be asked. While another prompt is open a patient one waits for its turn. */
  show(survey: Survey, occasion: Occasion, patient?: boolean): Promise<ShowResult>;
  /** Takes the prompt away and forgets what waits for its turn. */
  close(): void;
  /** Holds events back or lets them go, as consent says. */
  hold(): void;
  flush(): Promise<void>;
  stop(): void;
}

/** Creates what shows surveys, one at a time, and posts what happens. */
export const createDisplays = (environment: DisplayEnvironment): Displays => {
  const { settings, options, mode, now, report, facts, store, recordOf, isAllowed } = environment;
  // Rules between fields are checked here, where they cost no page that has nothing to show.
  const broken = environment.surveys.filter(brokenRule);
  if (broken[0]) void environment.explain();
  const locale = environment.words ?? enNps;
  const waiting: (() => void)[] = [];
  /** Closes the prompt that is open, or takes back the one that waits until the page can be asked. */
  let closeCurrent: ((reason: DismissReason) => void) | undefined;

  const queue = createEventQueue({
    transport:
      options.transport ??
      createHttpTransport({
        collector: new URL(settings.collector, location.href).href,
        key: settings.key,
        fetch: fetch.bind(globalThis),
        now,
      }),
    onUndeliverable: (id, code) => report('undeliverable', `Event ${id}: ${code}`),
    onRetry: (status) => report('delivery_failed', `Collector: ${status}`),
  });
  const hold = () => queue.pause(facts.consent === 'pending');
  hold();
  const stopExit = onPageExit(() => void queue.flush('hidden'));
  const finish = () => {
    closeCurrent = undefined;
    waiting.shift()?.();
  };

  /** Makes a session, and what mounts the prompt and returns why it could not: two tasks, so that neither is long. */
  const prepare = (written: Survey, occasion: Occasion): (() => NotShownReason | undefined) => {
    const survey = toNormalSurvey(written);
    const { id, presentation, privacyUrl, brand = settings.brand } = survey;
    const session = createSession({ survey, locale, brand, now: () => performance.now() });
    const add = createRecorder(environment, survey, occasion, queue);
    let unmount: (() => void) | undefined;
    let closed = false;
    const close = (reason: DismissReason) => {
      if (closed) return;
      closed = true;
      session.dismiss(reason);
      guarded(() => unmount?.());
      finish();
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
      if (type === 'drawn') return;
      add(toEventData(change, session, presentation));
      // Who has answered and then closes has answered.
      if (mode === 'preview' || (type === 'dismissed' && change.answeredCount)) return;
      store.set(id, JSON.stringify(toNextRecord(recordOf(id), type, toClock(occasion.subject), now())));
    });
    const mount = () => {
      const target = occasion.target ?? (survey.target && document.querySelector(survey.target));
      if (presentation === 'inline' && !target && !options.present) throw `no ${survey.target}`;
      unmount = environment.present(session, {
        presentation,
        target: target || undefined,
        colorScheme: settings.colorScheme,
        brand,
        privacyUrl: privacyUrl && toSafeUrl(privacyUrl),
        takeFocus: occasion.takeFocus,
        close,
      });
      // It may have been closed while it was being shown.
      if (closed) unmount();
    };
    return () => {
      if (broken.includes(written)) return 'invalid';
      if (!isAllowed(written, occasion)) return 'not_due';
      closeCurrent = close;
      return guarded(mount) ? undefined : 'present_failed';
    };
  };

  const show: Displays['show'] = (survey, occasion, patient) =>
    new Promise((resolve) => {
      if (closeCurrent) {
        if (patient) waiting.push(() => show(survey, occasion));
        else resolve({ shown: false, reasons: ['already_open'] });
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
          resolve({ shown: !reason, reasons: reason ? [reason] : [] });
        };
      };
      // Who asked for it is not to wait; a prompt in the page's own flow covers nothing.
      if (occasion.takeFocus || survey.presentation === 'inline') start()();
      else stopWaiting = whenPresentable(start);
    });

  const close = () => {
    waiting.length = 0;
    closeCurrent?.('api');
  };

  return {
    show,
    close,
    hold,
    flush: () => queue.flush('api'),
    stop() {
      close();
      stopExit();
      queue.stop();
    },
  };
};
