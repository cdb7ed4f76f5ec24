import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { afterPaint } from '../browser/afterPaint.ts';
import { page } from '../browser/page.ts';
import { toSafeUrl } from '../browser/safeUrl.ts';
import { toOutcome } from '../core/rules/toOutcome.ts';
import { baseExtras } from '../core/session/baseExtras.ts';
import { createSession } from '../core/session/createSession.ts';
import { toEventData } from '../core/session/toEvent.ts';
import type { ClientOutbox } from '../delivery/delivery.ts';
import { dropBegun, keepLinkUsed } from '../memory/begunResponse.ts';
import { remember } from '../memory/remember.ts';
import type { DismissReason, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import { type BegunDisplay, keepBegunDisplay } from './begun.ts';
import type { Display } from './display.ts';
import type { DisplayEnvironment } from './displayEnvironment.ts';
import { createRecorder } from './recorder.ts';
import { createResponse } from './response.ts';

export interface DisplayOptions {
  readonly survey: Survey;
  readonly occasion: DisplayOccasion;
  /** The response of an earlier page that this display continues. */
  readonly begun: BegunDisplay | undefined;
  /** Returns the current locale. */
  readonly locale: () => Locale;
  readonly deliver: ClientOutbox['add'];
  /** Called when the prompt has been removed from the page. */
  readonly onClose: () => void;
}

/** Prepares a display: its session, recorder and prompt. Adds nothing to the page before `mount()`. */
export const prepareDisplay = (environment: DisplayEnvironment, options: DisplayOptions): Display => {
  const { settings, mode, now, report, mayPersist, state, extras = baseExtras } = environment;
  const { survey: written, occasion, begun, locale, deliver, onClose } = options;
  const { subject, properties } = begun?.occasion ?? occasion;
  const response = begun?.response ?? createResponse(environment, written, occasion);
  const survey = extras.toNormal(written, response.experiment?.variant);
  const { id, privacyUrl, brand = settings.brand } = survey;
  const presentation = occasion.anchor ? 'anchored' : survey.presentation;
  const session = createSession({
    survey,
    locale: locale(),
    brand,
    now: () => performance.now(),
    resumed: begun?.session,
    prefill: occasion.prefill,
    placeholders: { subject, properties, traits: state.respondent.traits },
    extras,
  });
  const record = createRecorder(environment, survey, { subject, properties }, response, deliver);

  const isUntouched = () => {
    const { scores, texts, choices } = session.state();
    return !Object.keys({ ...scores, ...texts, ...choices })[0];
  };
  /**
   * Stores an incomplete response in the tab, so that it continues after a reload, or at the next display when the respondent has left it
   * with a text. Its texts are not masked, so there is none with masks.
   */
  const keep = () => {
    const { status, texts } = session.state();
    const isOpen = status === 'open';
    if (!isOpen) dropBegun(id);
    const isWanted = status !== 'completed' && (isOpen ? !isUntouched() : Object.keys(texts)[0]);
    if (isWanted && mayPersist() && !environment.options.redact) {
      keepBegunDisplay(written, { occasion: { subject, properties }, response, session: session.snapshot() }, now());
    }
  };
  session.subscribe((change) => {
    afterPaint(keep);
    if (change.type === 'drawn') return;
    record(toEventData(change, session, presentation));
    if (change.type === 'completed' && occasion.prefill !== undefined && mayPersist()) keepLinkUsed(id);
    const outcome = mode !== 'preview' && toOutcome(change);
    if (outcome) remember(environment, survey, outcome, subject);
  });

  /** Calls code that uses the page or the host's presenter. Returns true when it did not throw. */
  const guarded = (action: () => void): boolean => {
    try {
      action();
      return true;
    } catch (cause) {
      const message = `Survey ${id}: ${cause}`;
      report('present_failed', message, { cause });
      record({ name: 'failed', data: { code: 'present_failed', message } });
      return false;
    }
  };
  let unmount: (() => void) | undefined;
  let closed = false;
  const close = (reason: DismissReason) => {
    if (closed) return;
    closed = true;
    // The Preact prompt counts as displayed even when it closes before its first paint. A prompt that is folded into a tab does not count.
    if (presentation !== 'tab' && !environment.options.present) session.display();
    session.dismiss(reason);
    guarded(() => unmount?.());
    onClose();
  };
  const mount = () => {
    const target = occasion.anchor ?? occasion.target ?? (survey.target && page.querySelector(survey.target));
    // When the host page is plain JavaScript, the target may have any type.
    const isMissing = presentation === 'inline' && !(target as Element | undefined)?.append;
    if (isMissing && !environment.options.present) throw new Error(`No element ${survey.target}`);
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
    // `resumeDisplay` removed the incomplete response from the tab's storage, so it is stored again.
    afterPaint(keep);
    // The presenter may have closed the display already.
    if (closed) unmount();
  };
  return { session, isResumed: !!begun, mount: () => guarded(mount), close, isUntouched };
};
