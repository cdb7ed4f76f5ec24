/** The triggers of all surveys on a page. They start when the chunk with the rules has been fetched, and restart when the URL changes. */
import { onUrlChange } from '../browser/urlChange.ts';
import type { Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';
import { startTriggers, type Triggers } from '../triggers/startTriggers.ts';
import type { GovernanceEnvironment } from './governanceEnvironment.ts';
import { cancelSurvey, leaveAddress } from './turns.ts';

export interface PageTriggers extends Omit<Triggers, 'renew'> {
  start(surveys: readonly Survey[]): void;
  /** Returns true when `start()` of the triggers has been called. */
  isStarted(): boolean;
}

/** Returns true when a survey's targeting limits it to certain URLs. For such a survey, another URL counts as another page. */
const isBound = ({ targeting }: Survey) => (targeting?.url ?? targeting?.notUrl) !== undefined;

export const createPageTriggers = (
  { now, mayPersist, report, displays }: GovernanceEnvironment,
  onMoment: (moment: Moment) => void,
): PageTriggers => {
  /** The events that the host page tracked before `start()`. */
  let early: Parameters<Triggers['track']>[] = [];
  let triggers: Triggers | undefined;
  let stopListening = () => {};

  return {
    start(surveys) {
      const started = startTriggers({
        surveys,
        now,
        mayPersist,
        onMoment,
        onCancel(surveyId) {
          const shown = displays.now();
          if (shown) cancelSurvey(shown, surveyId);
        },
        report: (message, cause) => report('definition_invalid', message, { cause }),
      });
      triggers = started;
      stopListening = onUrlChange(() => {
        started.renew(surveys.filter(isBound));
        const shown = displays.now();
        if (shown) leaveAddress(shown, location.href);
      });
      for (const tracked of early) started.track(...tracked);
    },
    isStarted: () => triggers !== undefined,
    track(...tracked) {
      if (triggers) triggers.track(...tracked);
      else early.push(tracked);
    },
    takeUp: () => triggers?.takeUp(),
    pending: (surveyId) => triggers?.pending(surveyId),
    clear() {
      early = [];
      triggers?.clear();
    },
    stop() {
      stopListening();
      triggers?.stop();
    },
  };
};
