/** One occasion of showing one survey: its session, what is recorded of it, and its prompt. */

import { toSafeUrl } from '../browser/safeUrl.ts';
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import { toJson } from '../browser/toJson.ts';
import { createSession } from '../core/session/createSession.ts';
import { toVariant } from '../core/session/experiment.ts';
import { EVERYTHING, MORE } from '../core/session/more.ts';
import { toNormalSurvey } from '../core/session/normalSurvey.ts';
import type { Session, SessionChange, SessionSnapshot } from '../core/session/session.ts';
import { toEventData } from '../core/session/toEvent.ts';
import { VERSION } from '../core/session/version.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import type { ClientOutbox } from '../delivery/delivery.ts';
import { BEGUN } from '../memory/keys.ts';
import { remember } from '../memory/remember.ts';
import type { DismissReason, Subject, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import type { DisplayEnvironment, Occasion } from './displays.ts';
import { createRecorder, type ResponseFacts, toResponse } from './recorder.ts';

/** A response in the middle, as the tab remembers it: for which versions of us and of the survey, when, and all that was said. */
type Begun = [versions: string, at: number, occasion: Occasion, response: ResponseFacts, session: SessionSnapshot];

const DAY_MS = 86_400_000;
/** Behind the key of a response: it came by a link, and is over. */
export const LINKED = ' link';
const isSame = (one: Subject, other: Subject | undefined) => toSubjectKey(one) === (other && toSubjectKey(other));

type Dismissal = Extract<SessionChange, { type: 'dismissed' }>;
const isRefusal = ({ reason, answeredCount }: Dismissal) => !answeredCount && /^(c|es|o)/.test(reason);

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
  const versions = `${VERSION}${written.version}`;
  const begun = takeFromTab(BEGUN + written.id) as Begun | undefined;
  /** What a page before this one left in the middle: of the same survey, about the same thing, today. */
  const [, , { subject, properties } = occasion, response = toResponse(environment, written, occasion), resumed] =
    begun?.[0] === versions && now() - begun[1] < DAY_MS && (!about || isSame(about, begun[2].subject))
      ? begun
      : ([] as unknown as Partial<Begun>);
  const survey = toNormalSurvey(EVERYTHING ? toVariant(written, response.experiment?.variant) : written);
  const { id, privacyUrl, brand = settings.brand } = survey;
  const presentation = occasion.anchor ? 'anchored' : survey.presentation;
  const session = createSession({
    survey,
    locale,
    brand,
    now: () => performance.now(),
    resumed,
    ...(MORE ? { prefill: occasion.prefill } : {}),
    ...(EVERYTHING ? { facts: { subject, properties, traits: environment.facts.respondent.traits } } : {}),
  });
  const add = createRecorder(environment, survey, { subject, properties }, response, deliver);
  const isUntouched = () => {
    const { scores, texts, choices } = session.state();
    return toJson({ ...scores, ...texts, ...(EVERYTHING ? choices : {}) }) === '{}';
  };
  /** Keeps what was said for the page after a reload, until it is over. */
  const keep = () => {
    if (session.state().status !== 'open') takeFromTab(BEGUN + id);
    else if (environment.mayPersist() && !isUntouched()) {
      const all: Begun = [versions, now(), { subject, properties }, response, session.snapshot()];
      keepInTab(BEGUN + id, toJson(all));
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
    if (EVERYTHING && type === 'completed' && occasion.prefill !== undefined && environment.mayPersist()) {
      keepInTab(BEGUN + id + LINKED, '1');
    }
    const outcome = type === 'dismissed' && change.reason === 'never' ? 'never' : type;
    // Who has answered and then closes has answered; and it is no "no" when it is taken away.
    if (mode === 'preview') return;
    if (outcome === 'dismissed' && !isRefusal(change as Dismissal)) return;
    remember(environment, survey, outcome, subject);
  });
  const mount = () => {
    const target = occasion.anchor ?? occasion.target ?? (survey.target && document.querySelector(survey.target));
    if (presentation === 'inline' && !(target as Element | undefined)?.append && !options.present)
      throw `no ${survey.target}`;
    unmount = environment.present(session, {
      presentation,
      target: target || undefined,
      place: occasion.place,
      colorScheme: settings.colorScheme,
      styles: environment.styles,
      brand,
      privacyUrl: MORE && privacyUrl ? toSafeUrl(privacyUrl) : undefined,
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
