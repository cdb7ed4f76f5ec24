/** What a display needs that a page without one does not: session, events, queue. Fetched when a prompt is due. */
import { onPageExit } from './browser/pageExit.ts';
import { randomId } from './browser/randomId.ts';
import { toSafeUrl } from './browser/safeUrl.ts';
import { toJson } from './browser/toJson.ts';
import type { FrequencyRecord, Outcome } from './core/frequency.ts';
import { type NormalSurvey, toNormalSurvey } from './core/normalSurvey.ts';
import { createSession } from './core/session.ts';
import { type DisplayFacts, toEvent, toEventData, toFailure, type Unstamped } from './core/toEvent.ts';
import { toHash } from './core/toHash.ts';
import { en } from './locales/en.ts';
import type { Consent, Hooks, NotShownReason, ScoreletError, ShowOptions } from './options.ts';
import type { Present } from './present.ts';
import type { Context, DismissReason, EventName, Options, Respondent, ScoreletEvent, Survey } from './schema/index.ts';
import type { Locale } from './schema/locale.ts';
import { createEventQueue } from './transport/eventQueue.ts';
import { createHttpTransport } from './transport/httpTransport.ts';
import { VERSION } from './version.ts';

export type Occasion = ShowOptions;

export interface DisplayEnvironment {
  settings: Options;
  hooks: Hooks;
  present: Present;
  locale: Locale | undefined;
  mode: 'live' | 'preview' | 'test' | 'off' | 'auto';
  automation: boolean;
  now: () => number;
  report: (error: ScoreletError) => void;
  emit: (name: EventName, event: ScoreletEvent) => void;
  state: () => { respondent: Respondent; context: Context; consent: Consent };
  recordOf: (survey: { id: string }) => FrequencyRecord;
  onOutcome: (survey: { id: string }, outcome: Outcome, occasion: Occasion) => void;
  onClosed: () => void;
}

export interface Displays {
  /** Shows a survey; returns why not, or nothing. */
  show(survey: Survey, occasion: Occasion): NotShownReason | undefined;
  close(reason: DismissReason): void;
  /** Posts that the client itself failed. */
  fail(code: string, message: string, surveyId?: string): void;
  /** Holds all events back, or lets them go. */
  hold(pending: boolean): void;
  flush(): Promise<void>;
  stop(): void;
}

const DAY_MS = 86_400_000;
const BUCKETS = 10_000;

/** Leaves at once: what somebody said, and that they are gone. */
const URGENT: readonly EventName[] = ['answered', 'completed', 'dismissed', 'snoozed'];

const OUTCOMES: { readonly [Name in EventName]?: Outcome } = {
  displayed: 'displayed',
  answered: 'answered',
  completed: 'answered',
  snoozed: 'snoozed',
};

/** Creates what shows surveys, one at a time, and posts what happens. */
export const createDisplays = (environment: DisplayEnvironment): Displays => {
  const { settings, hooks, present, locale = en, mode, automation, now, report, emit } = environment;
  let closeCurrent: ((reason: DismissReason) => void) | undefined;

  const queue = createEventQueue({
    transport:
      hooks.transport ??
      createHttpTransport({
        collector: new URL(settings.collector, location.href).href,
        key: settings.key,
        fetch: fetch.bind(globalThis),
        now,
      }),
    onUndeliverable: ({ id }, code) =>
      report({ code: 'undeliverable', message: `The collector refused event ${id}: ${code}.` }),
    onRetry: (status) =>
      report({
        code: 'delivery_failed',
        message: `The collector could not be reached (${status}); events are kept and sent again.`,
      }),
  });
  const hold = (pending: boolean) => queue.pause(pending);
  hold(environment.state().consent === 'pending');
  const stopExit = onPageExit(() => void queue.flush('hidden'));

  const toFacts = (survey: NormalSurvey, occasion: Occasion): DisplayFacts => {
    const { respondent, context, consent } = environment.state();
    const responseId = randomId();
    const { asks, lastAsk } = environment.recordOf(survey);
    const { origin, pathname } = location;
    const bucketed = (respondent.id ?? responseId) + survey.id;
    return {
      responseId,
      survey,
      origin,
      page: origin + pathname,
      presentation: hooks.present ? 'custom' : survey.presentation,
      subject: occasion.subject,
      properties: occasion.properties,
      context,
      respondent,
      quality: { test: mode === 'test', preview: mode === 'preview', automation, consent },
      sampling: {
        rate: 1,
        bucket: Number.parseInt(toHash(bucketed), 16) % BUCKETS,
        nthAsk: asks + 1,
        ...(lastAsk ? { daysSinceLastAsk: Math.max(0, Math.floor((now() - lastAsk) / DAY_MS)) } : {}),
      },
      version: VERSION,
    };
  };

  /** Creates the record of one response: ids, times and a sequence without gaps. */
  const createRecorder = (facts: DisplayFacts) => {
    let sequence = 0;
    return (unstamped: Unstamped) => {
      const { respondent, context, consent } = environment.state();
      const fresh = { ...facts, respondent, context, quality: { ...facts.quality, consent } };
      const draft = toEvent(unstamped, fresh, { id: randomId(), time: now(), sequence });
      let event: ScoreletEvent | null = draft;
      try {
        event = hooks.beforeSend ? hooks.beforeSend(draft) : draft;
      } catch (cause) {
        report({ code: 'callback_failed', message: `beforeSend threw: ${cause}`, cause });
      }
      if (!event) return;
      sequence++;
      emit(unstamped.name, event);
      if (mode !== 'preview') queue.add({ id: event.id, json: toJson(event), urgent: URGENT.includes(unstamped.name) });
    };
  };

  return {
    show(written, occasion) {
      const survey = toNormalSurvey(written);
      const target = occasion.target ?? (survey.target ? document.querySelector(survey.target) : undefined);
      if (survey.presentation === 'inline' && !target && !hooks.present) {
        report({
          code: 'target_missing',
          message: `Survey "${survey.id}" has no place: nothing matches its target ${survey.target}.`,
        });
        return 'target_missing';
      }
      const facts = toFacts(survey, occasion);
      const record = createRecorder(facts);
      const brand = survey.brand ?? settings.brand;
      const session = createSession({ survey, locale, brand, now: () => performance.now() });
      let unmount: (() => void) | undefined;
      let closed = false;
      const close = (reason: DismissReason) => {
        if (closed) return;
        closed = true;
        session.dismiss(reason);
        closeCurrent = undefined;
        try {
          unmount?.();
        } catch (cause) {
          report({ code: 'present_failed', message: `The prompt could not be taken away: ${cause}`, cause });
        }
        environment.onClosed();
      };
      session.subscribe((change) => {
        if (change.type === 'drawn') return;
        record(toEventData(change, session, facts));
        const outcome = change.type === 'dismissed' && !change.answeredCount ? 'dismissed' : OUTCOMES[change.type];
        if (outcome && mode !== 'preview') environment.onOutcome(survey, outcome, occasion);
      });
      try {
        unmount = present(session, {
          presentation: survey.presentation,
          target: target ?? undefined,
          colorScheme: settings.colorScheme ?? 'auto',
          nonce: settings.nonce,
          brand,
          privacyUrl: survey.privacyUrl && toSafeUrl(survey.privacyUrl),
          takeFocus: !!occasion.takeFocus,
          close,
        });
        closeCurrent = close;
        // It may have been closed while it was being shown.
        if (closed) unmount();
        return undefined;
      } catch (cause) {
        closed = true;
        report({ code: 'present_failed', message: `Survey "${survey.id}" could not be shown: ${cause}`, cause });
        record(toFailure('present_failed', `${cause}`, facts));
        return 'present_failed';
      }
    },
    close: (reason) => closeCurrent?.(reason),
    fail(code, message, id = 'unknown') {
      const facts = toFacts({ ...toNormalSurvey({ id, metric: 'nps' }) }, {});
      createRecorder(facts)(toFailure(code, message, facts));
    },
    hold,
    flush: () => queue.flush('api'),
    stop() {
      closeCurrent?.('api');
      stopExit();
      queue.stop();
    },
  };
};
