/** The triggers of a page: started once the page may be asked, and started again at another address. */
import { onUrlChange } from '../browser/urlChange.ts';
import { isAtHome } from '../core/rules/gates.ts';
import type { Properties, Subject, Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';
import { startTriggers, type Triggers } from '../triggers/startTriggers.ts';
import type { GovernanceEnvironment } from './environment.ts';

interface TrackDetails {
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
}

export interface PageTriggers {
  start(surveys: readonly Survey[]): void;
  /** Returns whether `start()` was called. */
  isStarted(): boolean;
  /** Passes on a tracked event; before `start()`, it is kept until then. */
  track(name: string, details: TrackDetails): void;
  /** Continues what earlier pages left waiting, when consent allows reading it. */
  takeUp(): void;
  /** Returns when the next waiting moment of a survey comes, milliseconds since 1970. */
  pending(surveyId: string): number | undefined;
  /** Ends what waits: the respondent logged out. */
  clear(): void;
  stop(): void;
}

/** A survey for certain addresses: another address is another page to it. */
const isBound = ({ targeting }: Survey) => (targeting?.url ?? targeting?.notUrl) !== undefined;

export const createPageTriggers = (
  { now, mayPersist, report, displays }: GovernanceEnvironment,
  onMoment: (moment: Moment) => void,
): PageTriggers => {
  let early: Parameters<PageTriggers['track']>[] = [];
  let started: { readonly bound: Triggers; readonly free: Triggers } | undefined;
  let stopListening = () => {};
  const all = () => (started ? [started.free, started.bound] : []);

  const begin = (surveys: readonly Survey[]) =>
    startTriggers({
      surveys,
      now,
      mayPersist,
      onMoment,
      onCancel: (surveyId) => displays()?.cancel(surveyId),
      report: (message, cause) => report('definition_invalid', message, { cause }),
    });

  const track: PageTriggers['track'] = (name, details) => {
    if (!started) early.push([name, details]);
    for (const each of all()) each.track(name, details);
  };

  return {
    start(surveys) {
      started = { free: begin(surveys.filter((survey) => !isBound(survey))), bound: begin(surveys.filter(isBound)) };
      const { bound } = started;
      stopListening = onUrlChange(() => {
        bound.renew();
        displays()?.leave(({ targeting = {} }) => !isAtHome(targeting, location.href));
      });
      const before = early;
      early = [];
      for (const tracked of before) track(...tracked);
    },
    isStarted: () => started !== undefined,
    track,
    takeUp() {
      for (const each of all()) each.takeUp();
    },
    pending: (surveyId) =>
      all()
        .map((each) => each.pending(surveyId))
        .find((at) => at !== undefined),
    clear() {
      early = [];
      for (const each of all()) each.clear();
    },
    stop() {
      stopListening();
      for (const each of all()) each.stop();
    },
  };
};
