/** The rules of a page: who is asked, when and how often. Fetched where the definition has rules of its own, or the device has records. */
import type { Explanation, Scorelet } from '../api/options.ts';
import type { Gatekeeper } from '../core/rules/gatekeeper.ts';
import { toGates } from '../core/rules/gates.ts';
import { createMemory } from '../memory/memory.ts';
import type { EventName, ScoreletEvent, Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';
import { createDecisionReports } from './decisionReports.ts';
import type { GovernanceEnvironment } from './environment.ts';
import { createGatekeeper } from './gatekeeper.ts';
import { createHistory } from './history.ts';
import { createMomentQueue } from './momentQueue.ts';
import { createPageTriggers, type PageTriggers } from './pageTriggers.ts';
import { createPageWorld } from './pageWorld.ts';
import { createPlaces, type Drawn } from './places.ts';

export interface Governance extends Gatekeeper {
  /** Starts the triggers of these surveys. Nothing starts before. */
  start(surveys: readonly Survey[]): void;
  track: PageTriggers['track'];
  takeUp: PageTriggers['takeUp'];
  /** Forgets the respondent, and ends what waits. */
  clear(): void;
  /** Resolves when what other devices know is here, or will not come. */
  settled(): Promise<void>;
  draw(survey: Survey): Drawn;
  /** Explains one survey, or all: why each may be shown now, or not. */
  explain(surveyId: string | undefined): Promise<Explanation[]>;
  /** Opens the debug panel, or closes it. */
  debug(client: Scorelet): Promise<void>;
  stop(): void;
}

/** Creates the rules of a client. */
export const createGovernance = async (environment: GovernanceEnvironment): Promise<Governance> => {
  const { definition, mode, report, displays, fetchDebug } = environment;
  const broken = await definition.fetchBroken();
  const surveys = definition.surveys.filter((survey) => !broken.includes(survey));
  const memory = createMemory(environment);
  const history = createHistory(environment);
  const places = createPlaces(environment);
  const toWorld = createPageWorld(environment, { memory, history, places });
  const reportDecision = createDecisionReports(environment);
  const gatekeeper = createGatekeeper(environment, toWorld, reportDecision);
  const queue = createMomentQueue(environment, { memory, history, gatekeeper, reportDecision });
  /** The last moment of each survey on this page. */
  const moments = new Map<string, Moment>();
  const triggers = createPageTriggers(environment, (moment) => {
    moments.set(moment.survey.id, moment);
    // Not an event, and nothing is posted: the debug panel looks again.
    environment.emit('moment' as EventName, {} as ScoreletEvent);
    queue.add(moment);
  });
  let closePanel = () => {};

  return {
    start: triggers.start,
    track: triggers.track,
    takeUp: triggers.takeUp,
    clear() {
      queue.clear();
      triggers.clear();
      moments.clear();
      places.clear();
    },
    settled: history.settled,
    decide: gatekeeper.decide,
    draw: places.draw,
    async explain(surveyId) {
      await history.settled();
      const given: readonly (Survey | undefined)[] = definition.given;
      try {
        const { toExplanations } = await fetchDebug();
        const world = toWorld();
        return await toExplanations(
          given.filter((survey) => surveyId === undefined || survey?.id === surveyId),
          {
            surveys,
            mode,
            world,
            gatesOf: (survey, moment) => toGates(survey, moment ?? {}, world),
            moments,
            pending: triggers.pending,
            started: triggers.isStarted(),
            current: displays()?.current(),
            holds: !!displays()?.holds(),
          },
        );
      } catch (cause) {
        report('load_failed', `Explanation: ${cause}`, { cause });
        return [];
      }
    },
    async debug(client) {
      try {
        const { togglePanel } = await fetchDebug();
        closePanel = togglePanel(client, environment);
      } catch (cause) {
        report('load_failed', `Panel: ${cause}`, { cause });
      }
    },
    stop() {
      // What still waits for the history must not show anything any more.
      queue.clear();
      triggers.stop();
      closePanel();
    },
  };
};
