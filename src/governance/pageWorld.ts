/** The facts about a page that the gates are checked against. They are read again for each decision. */

import { callHost } from '../browser/callHost.ts';
import { toDevice } from '../browser/device.ts';
import { page } from '../browser/page.ts';
import type { World } from '../core/rules/gates.ts';
import { toReferrerClass } from '../core/rules/referrerClass.ts';
import { keepVisit } from '../memory/keptVisit.ts';
import type { Memory } from '../memory/memory.ts';
import type { Survey } from '../schema/index.ts';
import type { GovernanceEnvironment } from './governanceEnvironment.ts';
import type { History } from './more/history.ts';
import type { Places } from './places.ts';

interface Sources {
  readonly memory: Memory;
  /** The respondent's history on other devices. Undefined when it is not requested. */
  readonly history: History | undefined;
  readonly places: Places;
}

/** Continues the visit to the site with this page. Returns a function that reads the facts about the page. */
export const createPageWorld = (
  { options, state, now, report, store }: GovernanceEnvironment,
  { memory, history, places }: Sources,
): (() => World) => {
  const visit = keepVisit(store, now(), toReferrerClass(page.referrer, location.origin));
  let { began } = visit;

  const isEligible = (survey: Survey) => {
    const { respondent, context } = state;
    return callHost(report, 'isEligible', () => options.isEligible?.(survey, { respondent, context }) ?? true, false);
  };

  return () => {
    const { lang } = page.documentElement;
    const known = history ? history.summaries() : [];
    // After the device's clock was set back, what happens now must still belong to this visit.
    began = Math.min(began, now());
    return {
      now: now(),
      url: location.href,
      device: toDevice(),
      languages: lang ? [lang] : navigator.languages,
      referrer: visit.referrer,
      respondent: state.respondent,
      summaries: [...memory.summaries(), ...(known ?? [])],
      visitBegan: began,
      bucketOf: ({ id }) => places.placeOf(id),
      isHistoryKnown: known !== undefined,
      isEligible,
    };
  };
};
