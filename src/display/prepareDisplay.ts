/** One occasion of showing one survey: its session, what is recorded of it, and its prompt. */

import { toSafeUrl } from '../browser/safeUrl.ts';
import { toJson } from '../browser/toJson.ts';
import { toOutcome } from '../core/rules/toOutcome.ts';
import { createSession } from '../core/session/createSession.ts';
import { toVariant } from '../core/session/experiment.ts';
import { toNormalSurvey } from '../core/session/normalSurvey.ts';
import type { Session } from '../core/session/session.ts';
import type { SessionSnapshot } from '../core/session/sessionState.ts';
import { toEventData } from '../core/session/toEvent.ts';
import { VERSION } from '../core/session/version.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import type { ClientOutbox } from '../delivery/delivery.ts';
import { dropBegun, keepBegun, keepLinkUsed, takeBegun } from '../memory/begunResponse.ts';
import { remember } from '../memory/remember.ts';
import type { DismissReason, Subject, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { DisplayEnvironment, Occasion } from './displays.ts';
import { createRecorder, type ResponseFacts, toResponse } from './recorder.ts';

/** What the tab keeps of a response that is not complete. */
interface BegunDisplay {
  readonly occasion: Pick<Occasion, 'subject' | 'properties'>;
  readonly response: ResponseFacts;
  readonly session: SessionSnapshot;
}

const isSame = (one: Subject, other: Subject | undefined) => toSubjectKey(one) === (other && toSubjectKey(other));

export interface Display {
  readonly survey: Survey;
  /** What it was shown for. */
  readonly occasion: Occasion;
  readonly session: Session;
  /** Puts the prompt on the page; returns whether it went well. */
  mount(): boolean;
  close(reason: DismissReason): void;
  /** Whether it goes on where a page before was. */
  readonly isResumed: boolean;
  /** Whether nobody has answered or written anything yet. */
  isUntouched(): boolean;
}

/** Prepares a display. `onClose` hears that its prompt is gone. */
export const prepareDisplay = (
  environment: DisplayEnvironment,
  deliver: ClientOutbox['add'],
  locale: Locale,
  written: Survey,
  occasion: Occasion,
  onClose: () => void,
): Display => {
  const { settings, options, mode, now, report } = environment;
  const { subject: about } = occasion;
  const version = `${VERSION}${written.version}`;
  const kept = takeBegun<BegunDisplay>(written.id, version, now());
  const begun = !about || isSame(about, kept?.occasion.subject) ? kept : undefined;
  const { subject, properties } = begun?.occasion ?? occasion;
  const response = begun?.response ?? toResponse(environment, written, occasion);
  const resumed = begun?.session;
  const survey = toNormalSurvey(toVariant(written, response.experiment?.variant));
  const { id, privacyUrl, brand = settings.brand } = survey;
  const presentation = occasion.anchor ? 'anchored' : survey.presentation;
  const session = createSession({
    survey,
    locale,
    brand,
    now: () => performance.now(),
    resumed,
    prefill: occasion.prefill,
    placeholders: { subject, properties, traits: environment.facts.respondent.traits },
    extras: environment.extras,
  });
  const add = createRecorder(environment, survey, { subject, properties }, response, deliver);
  const isUntouched = () => {
    const { scores, texts, choices } = session.state();
    return toJson({ ...scores, ...texts, ...choices }) === '{}';
  };
  /** Keeps what was said for the page after a reload, until it is over. */
  const keep = () => {
    if (session.state().status !== 'open') dropBegun(id);
    else if (environment.mayPersist() && !isUntouched()) {
      const payload: BegunDisplay = { occasion: { subject, properties }, response, session: session.snapshot() };
      keepBegun(id, { version, at: now(), payload });
    }
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
  let unmount: (() => void) | undefined;
  let closed = false;
  const close = (reason: DismissReason) => {
    if (closed) return;
    closed = true;
    session.dismiss(reason);
    guarded(() => unmount?.());
    onClose();
  };
  session.subscribe((change) => {
    const { type } = change;
    if (type === 'drawn') return keep();
    add(toEventData(change, session, presentation));
    keep();
    if (type === 'completed' && occasion.prefill !== undefined && environment.mayPersist()) {
      keepLinkUsed(id);
    }
    const outcome = mode !== 'preview' && toOutcome(change);
    if (outcome) remember(environment, survey, outcome, subject);
  });
  const mount = () => {
    const target = occasion.anchor ?? occasion.target ?? (survey.target && document.querySelector(survey.target));
    if (presentation === 'inline' && !(target as Element | undefined)?.append && !options.present)
      throw new Error(`no ${survey.target}`);
    unmount = environment.present(session, {
      presentation,
      target: target || undefined,
      place: occasion.place,
      colorScheme: settings.colorScheme,
      styles: environment.styles,
      brand,
      privacyUrl: privacyUrl ? toSafeUrl(privacyUrl) : undefined,
      takeFocus: occasion.takeFocus,
      mayRefuse: response.sampling.nthAsk > 1,
      close,
    });
    // What was taken up was taken away.
    keep();
    // It may have been closed while it was being shown.
    if (closed) unmount();
  };
  return {
    survey: written,
    occasion,
    session,
    mount: () => guarded(mount),
    close,
    isResumed: !!resumed,
    isUntouched,
  };
};
