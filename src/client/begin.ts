/** What a page does by itself: continues what was begun, waits for its triggers, and sends what earlier pages left. */
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { hasBegun } from '../memory/begunResponse.ts';
import type { Survey } from '../schema/index.ts';
import { LOAD_DELAY_MS, whenLoaded } from '../triggers/whenLoaded.ts';
import type { ClientBase } from './base.ts';
import type { Parts } from './parts.ts';

export interface BeginActions {
  /** Considers a survey whose moment has come. */
  consider(survey: Survey, occasion?: DisplayOccasion): void;
  /** Finds a survey, or reports that there is none. */
  find(id: string): Survey | undefined;
  /** Looks for events that earlier pages left. */
  lookBack(): void;
}

/** Returns the occasion of a survey that is shown whatever its gates say; nothing for one that waits for its trigger. */
const toForced = ({ id }: Survey, { link, mayPersist, store }: ClientBase): DisplayOccasion | undefined => {
  if (link?.surveyId === id) return { force: true, prefill: link.score };
  return mayPersist() && hasBegun(store, id) ? { force: true, resume: true } : undefined;
};

/** Begins, in a task after the client was created. */
export const begin = (base: ClientBase, parts: Parts, { consider, find, lookBack }: BeginActions): void => {
  const { definition, settings, mode, link, life } = base;
  const { displays, rules, gatekeeper } = parts;
  const { isOver } = life;
  if (isOver()) return;
  const later = (delayMs: number, callback: () => void) =>
    whenLoaded(() => setTimeout(() => isOver() || callback(), delayMs));

  /** Waits for the load of the page. The host tracks events; every other trigger needs the rules. */
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
  if (link && mode === 'preview') find(link.surveyId);
  if (base.isGoverned()) void rules.fetch().then((fetched) => isOver() || fetched?.start(waiting));
  else waiting.forEach(waitForLoad);

  if (settings.preload !== 'trigger' && waiting.some(({ trigger }) => typeof trigger === 'object')) {
    // Safari has no requestIdleCallback.
    const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
    later(0, () => whenIdle(() => isOver() || displays.fetch()));
  }
  later(0, lookBack);
};
