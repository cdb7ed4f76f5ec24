/**
 * The rules of a page: who is asked, when and how often. This code is fetched when the definition has its own rules or the device has
 * display records.
 */
import type { Explanation, Scorelet } from '../api/options.ts';
import type { Gatekeeper } from '../core/rules/decision.ts';
import { toGates } from '../core/rules/gates.ts';
import { createMemory } from '../memory/memory.ts';
import type { Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';
import type { DebugChunk } from './debugChunk.ts';
import type { DebugPanel, GovernanceEnvironment, Lazy } from './governanceEnvironment.ts';
import { createMomentQueue } from './momentQueue.ts';
import type { GovernanceExtras } from './more/governanceExtras.ts';
import { createPageTriggers, type PageTriggers } from './pageTriggers.ts';
import { createPageWorld } from './pageWorld.ts';
import { createPlaces, type Drawn } from './places.ts';
import { createRulesGatekeeper } from './rulesGatekeeper.ts';

export interface Governance extends Gatekeeper {
  /** Starts the triggers of the given surveys. No trigger starts before this call. */
  start(surveys: readonly Survey[]): void;
  track: PageTriggers['track'];
  takeUp: PageTriggers['takeUp'];
  /** Forgets the respondent and cancels delayed triggers. */
  clear(): void;
  /** Resolves when the history on other devices has arrived, or when it will not arrive any more. */
  settled(): Promise<void>;
  draw(survey: Survey): Drawn;
  /** Explains for one survey, or for each survey, why it may be shown now or not. */
  explain(surveyId: string | undefined): Promise<Explanation[]>;
  /** Opens the debug panel, or closes it if it is open. */
  debug(client: Scorelet): Promise<void>;
  stop(): void;
}

export interface GovernanceParts extends GovernanceEnvironment {
  /** The part of the rules that is fetched when the settings ask for a history or for reports. */
  readonly governanceExtras?: GovernanceExtras;
  readonly debug: Pick<Lazy<DebugChunk>, 'fetch'>;
}

/** Creates the rules of a client. */
export const createGovernance = async (environment: GovernanceParts): Promise<Governance> => {
  const { definition, governanceExtras: extras, debug } = environment;
  const broken = await definition.fetchBroken();
  const surveys = definition.surveys.filter((survey) => !broken.includes(survey));
  const memory = createMemory(environment);
  const history = extras?.createHistory(environment);
  const places = createPlaces(environment);
  const toWorld = createPageWorld(environment, { memory, history, places });
  const reportDecision = extras?.createDecisionReports(environment);
  const gatekeeper = createRulesGatekeeper(environment, toWorld, reportDecision);
  const queue = createMomentQueue(environment, { memory, history, gatekeeper, reportDecision });
  /** The last moment of each survey on this page. */
  const moments = new Map<string, Moment>();
  let panel: DebugPanel | undefined;
  const triggers = createPageTriggers(environment, (moment) => {
    moments.set(moment.survey.id, moment);
    panel?.look();
    queue.add(moment);
  });

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
    settled: async () => history?.settled(),
    decide: gatekeeper.decide,
    draw: places.draw,
    async explain(surveyId) {
      await history?.settled();
      const fetched = await debug.fetch();
      return fetched?.toExplanations(surveyId, { environment, surveys, toWorld, toGates, moments, triggers }) ?? [];
    },
    async debug(client) {
      panel = (await debug.fetch())?.togglePanel(client, environment);
    },
    stop() {
      // Moments that still wait for the history of the previous respondent must not show a prompt any more.
      queue.clear();
      triggers.stop();
      panel?.close();
    },
  };
};
