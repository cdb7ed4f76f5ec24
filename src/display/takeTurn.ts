import type { NotShownReason } from '../api/options.ts';
import { holdLock } from '../browser/holdLock.ts';
import { isClear } from '../browser/isClear.ts';
import { bare } from '../core/session/bare.ts';
import type { ClientOutbox } from '../delivery/delivery.ts';
import { hasBegun, hasDraft } from '../memory/begunResponse.ts';
import type { Locale } from '../schema/locale.ts';
import type { BegunDisplay } from './begun.ts';
import type { DisplayEnvironment } from './displayEnvironment.ts';
import { prepareDisplay } from './prepareDisplay.ts';
import type { Turn } from './turn.ts';

export interface TurnOptions {
  readonly locale: () => Locale;
  readonly deliver: ClientOutbox['add'];
  readonly onClose: () => void;
}

/** Waits until a prompt may appear on the page, then takes the lock that all tabs of the site share. */
const enter = async ({ mode, rare }: DisplayEnvironment, turn: Turn): Promise<NotShownReason[]> => {
  const { signal } = turn.life;
  if (!isClear()) await (await rare.fetch())?.whenPresentable(signal);
  if (signal.aborted || mode === 'preview') return [];
  // Without Web Locks (plain http), tabs agree by a lease in localStorage.
  const release = turn.release ?? (await (navigator.locks ? holdLock() : (await rare.fetch())?.takeLease()));
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
  if (environment.options.redact && !(await (await environment.rare.fetch())?.maskEvents(environment))) {
    return ['load_failed'];
  }
  const drawn = bare({ ...occasion, ...environment.draw(survey) });
  const { store } = environment;
  const isBegun = hasBegun(store, survey.id) || hasDraft(store, survey.id);
  const fetched = isBegun ? await environment.rare.fetch() : undefined;
  if (life.signal.aborted) return ['cancelled'];
  const prepare = (begun?: BegunDisplay) => prepareDisplay(environment, { ...options, survey, occasion: drawn, begun });
  const prepared = fetched?.resumeDisplay(survey, occasion, environment.now(), prepare) ?? prepare();
  if (occasion.resume && !prepared.isResumed) return ['not_due'];
  if (environment.options.beforeShow) {
    const asked = (await environment.rare.fetch())?.askHost(environment, prepared.session);
    if (!(await asked)) return ['veto'];
    if (life.signal.aborted) return ['cancelled'];
    if (respondent !== environment.state.respondent) return display(environment, turn, options);
    // While the hook ran, another tab may have shown an inline prompt, which takes no lock.
    const closedSince = await environment.findClosed(survey, occasion);
    if (closedSince[0]) return closedSince;
  }
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
