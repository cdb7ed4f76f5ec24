import type { NotShownReason } from '../api/options.ts';
import { holdLock } from '../browser/holdLock.ts';
import { whenPresentable } from '../browser/whenPresentable.ts';
import { withTimeout } from '../browser/withTimeout.ts';
import type { ClientOutbox } from '../delivery/delivery.ts';
import type { Locale } from '../schema/locale.ts';
import type { Display } from './display.ts';
import type { DisplayEnvironment } from './displayEnvironment.ts';
import { prepareDisplay } from './prepareDisplay.ts';
import type { Turn } from './turn.ts';

/** The time limit of the host page's `beforeShow` hook. */
const VETO_TIMEOUT_MS = 2000;

export interface TurnOptions {
  readonly locale: () => Locale;
  readonly deliver: ClientOutbox['add'];
  readonly onClose: () => void;
}

/** Calls the host page's `beforeShow` hook. Returns true when the prompt may appear. An exception or a timeout cancels the prompt. */
const isWelcome = async ({ options, report }: DisplayEnvironment, { survey }: Turn, { session }: Display) => {
  if (!options.beforeShow) return true;
  try {
    const answer = Promise.resolve(options.beforeShow(session));
    return !!(await withTimeout(VETO_TIMEOUT_MS, `no answer in ${VETO_TIMEOUT_MS} ms`, answer));
  } catch (cause) {
    report('callback_failed', `beforeShow ${survey.id}: ${cause}`, { cause });
    return false;
  }
};

/** Waits until a prompt may appear on the page, then takes the lock that all tabs of the site share. */
const enter = async ({ mode }: DisplayEnvironment, turn: Turn): Promise<NotShownReason[]> => {
  const { signal } = turn.life;
  await whenPresentable(signal);
  if (signal.aborted || mode === 'preview') return [];
  const release = await holdLock();
  if (signal.aborted) release?.();
  else turn.release = release;
  return release ? [] : ['tab'];
};

/**
 * Prepares the display and puts its prompt on the page. When the host page identifies another respondent meanwhile, starts again with a
 * check of the gates.
 */
const display = async (
  environment: DisplayEnvironment,
  turn: Turn,
  options: TurnOptions,
): Promise<NotShownReason[]> => {
  const { survey, occasion, life } = turn;
  const { respondent } = environment.state;
  if (environment.broken.includes(survey)) return ['definition'];
  // Checks the gates again, because another tab may have stored a display record meanwhile.
  const closed = await environment.findClosed(survey, occasion);
  if (closed[0]) return closed;
  const drawn = { ...occasion, ...environment.draw(survey) };
  const prepared = prepareDisplay(environment, { ...options, survey, occasion: drawn });
  if (occasion.resume && !prepared.isResumed) return ['not_due'];
  if (!(await isWelcome(environment, turn, prepared))) return ['veto'];
  if (life.signal.aborted) return ['cancelled'];
  if (respondent !== environment.state.respondent) return display(environment, turn, options);
  // While the hook ran, another tab may have shown an inline prompt, which takes no lock.
  const closedSince = environment.options.beforeShow ? await environment.findClosed(survey, occasion) : [];
  if (closedSince[0]) return closedSince;
  turn.display = prepared;
  return prepared.mount() ? [] : ['present_failed'];
};

/** Shows a survey whose turn has come. Resolves the reasons why it is not shown; an empty list when it is shown. */
export const takeTurn = async (
  environment: DisplayEnvironment,
  turn: Turn,
  options: TurnOptions,
): Promise<NotShownReason[]> => {
  const { survey, occasion, aside, life } = turn;
  // A prompt that the respondent requested does not wait. An inline prompt does not wait either, because it covers nothing.
  const isImmediate = occasion.takeFocus || aside || survey.presentation === 'inline';
  const refused = isImmediate ? [] : await enter(environment, turn);
  if (life.signal.aborted) return ['cancelled'];
  return refused[0] ? refused : display(environment, turn, options);
};
