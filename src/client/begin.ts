/**
 * The actions that a client starts itself: it resumes incomplete responses, waits for triggers, and sends undelivered events of earlier
 * pages.
 */
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { hasBegun } from '../memory/begunResponse.ts';
import type { Survey } from '../schema/index.ts';
import { LOAD_DELAY_MS, whenLoaded } from '../triggers/whenLoaded.ts';
import type { ClientBase } from './base.ts';
import type { Parts } from './parts.ts';

export interface BeginActions {
  /** Considers showing a survey whose trigger has fired. */
  consider(survey: Survey, occasion?: DisplayOccasion): void;
  /** Returns the survey with this id, or reports that it does not exist. */
  find(id: string): unknown;
  /** Looks for events that earlier pages did not deliver. */
  lookBack(): void;
}

/**
 * Returns the options of a survey that is shown without checking its gates: a preview, a link or a resumed response. Returns undefined for
 * a survey that waits for its trigger.
 */
const toForced = ({ id }: Survey, { link, mayPersist, store }: ClientBase): DisplayOccasion | undefined => {
  if (link?.surveyId === id) return { force: true, prefill: link.score };
  return mayPersist() && hasBegun(store, id) ? { force: true, resume: true } : undefined;
};

/** Starts the client. Runs in a task after the creation of the client. */
export const begin = (base: ClientBase, parts: Parts, { consider, find, lookBack }: BeginActions): void => {
  const { definition, settings, mode, link, life } = base;
  const { displays, rules, gatekeeper } = parts;
  const { isOver } = life;
  if (isOver()) return;
  const later = (delayMs: number, callback: () => void) =>
    whenLoaded(() => setTimeout(() => isOver() || callback(), delayMs));
  // Safari does not have requestIdleCallback.
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;

  /**
   * Handles the trigger `load` without the rules. Events that the host page tracks need no listener, and every other trigger needs the
   * rules.
   */
  const waitForLoad = (survey: Survey) => {
    const closed = gatekeeper.closedGates(survey, {});
    if ((survey.trigger ?? 'load') !== 'load' || closed?.[0]) return;
    void (closed ? displays.fetch() : rules.fetch());
    later(LOAD_DELAY_MS, () => consider(survey));
  };

  const waiting = definition.surveys.filter((survey) => {
    const forced = toForced(survey, base);
    if (forced) later(0, () => consider(survey, forced));
    return !forced && mode !== 'preview';
  });
  if (link) find(link.surveyId);
  if (base.isGoverned()) void rules.fetch().then((fetched) => isOver() || fetched?.start(waiting));
  else waiting.forEach(waitForLoad);

  if (settings.preload !== 'trigger' && waiting.some(({ trigger }) => typeof trigger === 'object')) {
    later(0, () => whenIdle(() => isOver() || displays.fetch()));
  }
  later(0, () => whenIdle(lookBack));
};
