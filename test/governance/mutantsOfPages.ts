/** Deliberate bugs in the pages: triggers, locks, prompts, decisions and explanations. */
import type { Respondent } from '../../src/schema/index.ts';
import { type Mutant, mutate } from './mutant.ts';

type Governance = typeof import('../../src/governance/governance.ts');
type Displays = typeof import('../../src/display/displays.ts');
type PrepareDisplay = typeof import('../../src/display/prepareDisplay.ts');
type HoldLock = typeof import('../../src/browser/holdLock.ts');
type Explanations = typeof import('../../src/governance/explanations.ts');
type History = typeof import('../../src/governance/more/history.ts');

export const MUTANTS_OF_PAGES: readonly Mutant[] = [
  mutate<HoldLock>('each tab takes the lock', 'src/browser/holdLock.ts', {
    holdLock: (holdLock) => async () => (await holdLock()) ?? (() => {}),
  }),
  mutate<HoldLock>('the lock is never given back', 'src/browser/holdLock.ts', {
    holdLock: (holdLock) => async () => ((await holdLock()) ? () => {} : undefined),
  }),
  mutate<typeof import('../../src/browser/takeLease.ts')>(
    'without locks, each tab takes the lease',
    'src/browser/takeLease.ts',
    {
      takeLease: (takeLease) => () => {
        localStorage.removeItem('scorelet:1:o');
        return takeLease();
      },
    },
  ),
  mutate<HoldLock>('without locks, a waiting tab looks all the time', 'src/browser/holdLock.ts', {
    whenFree: (whenFree) => () => (navigator.locks ? whenFree() : Promise.resolve()),
  }),
  mutate<typeof import('../../src/browser/urlChange.ts')>(
    'the listeners for a change of address outlive the client',
    'src/browser/urlChange.ts',
    {
      onUrlChange: (onUrlChange) => (callback) => {
        onUrlChange(callback);
        return () => {};
      },
    },
  ),
  mutate<Governance>('moments that wait outlive a logout', 'src/governance/governance.ts', {
    createGovernance: (createGovernance) => async (environment) => ({
      ...(await createGovernance(environment)),
      clear() {},
    }),
  }),
  mutate<typeof import('../../src/governance/places.ts')>(
    'a place is drawn for whoever was there first',
    'src/governance/places.ts',
    {
      createPlaces: (createPlaces) => (environment) => {
        let first: Respondent | undefined;
        const { state } = environment;
        const frozen = {
          ...state,
          get respondent() {
            first ??= state.respondent;
            return first;
          },
        };
        const places = createPlaces({ ...environment, state: frozen });
        return {
          ...places,
          clear() {
            first = undefined;
            places.clear();
          },
        };
      },
    },
  ),
  mutate<typeof import('../../src/governance/pageWorld.ts')>(
    'the address is read once per page',
    'src/governance/pageWorld.ts',
    {
      createPageWorld: (createPageWorld) => (environment, sources) => {
        const toWorld = createPageWorld(environment, sources);
        let url: string | undefined;
        return () => {
          url ??= toWorld().url;
          return { ...toWorld(), url };
        };
      },
    },
  ),
  mutate<History>('what other devices know is ignored', 'src/governance/more/history.ts', {
    createHistory: (createHistory) => (environment) => {
      const { summaries, settled } = createHistory(environment);
      return { settled, summaries: () => summaries() && [] };
    },
  }),
  mutate<History>('nobody waits for what other devices know', 'src/governance/more/history.ts', {
    createHistory: (createHistory) => (environment) => {
      const { summaries, settled } = createHistory(environment);
      return { settled, summaries: () => summaries() ?? [] };
    },
  }),
  mutate<typeof import('../../src/governance/compareMoments.ts')>(
    'the lowest priority goes first',
    'src/governance/compareMoments.ts',
    {
      compareMoments: (compareMoments) => (one, other, lastAskOf) =>
        one.survey.priority === other.survey.priority
          ? compareMoments(one, other, lastAskOf)
          : compareMoments(other, one, lastAskOf),
    },
  ),
  mutate<Explanations>('an explanation ignores the moment', 'src/governance/explanations.ts', {
    toExplanations: (toExplanations) => (surveyId, known) =>
      toExplanations(surveyId, { ...known, toGates: (survey, _, world) => known.toGates(survey, {}, world) }),
  }),
  mutate<Explanations>('an explanation leaves out closed clocks', 'src/governance/explanations.ts', {
    toExplanations: (toExplanations) => (surveyId, known) =>
      toExplanations(surveyId, {
        ...known,
        toGates: (...given) => known.toGates(...given).filter(({ gate, open }) => open || gate !== 'clock'),
      }),
  }),
  mutate<typeof import('../../src/governance/more/decisionReports.ts')>(
    'a reported decision names an open gate',
    'src/governance/more/decisionReports.ts',
    {
      createDecisionReports: (createDecisionReports) => (environment) => {
        const report = createDecisionReports(environment);
        return (survey, occasion, decision) =>
          report(
            survey,
            occasion,
            decision.open ? decision : { ...decision, gates: [...decision.gates, { gate: 'device' }] },
          );
      },
    },
  ),
  mutate<typeof import('../../src/triggers/waitingMoments.ts')>(
    'a cancelled moment is considered all the same',
    'src/triggers/waitingMoments.ts',
    {
      createWaitingMoments: (createWaitingMoments) => (options) => ({
        ...createWaitingMoments(options),
        cancel() {},
      }),
    },
  ),
  mutate<typeof import('../../src/triggers/dueAgain.ts')>(
    'a delay starts again with each page',
    'src/triggers/dueAgain.ts',
    { toDueAgain: () => (_, now, delayMs) => now + delayMs },
  ),
  mutate<Displays>('nobody decides again before a prompt appears', 'src/display/displays.ts', {
    createDisplays: (createDisplays) => (environment) => {
      const displays = createDisplays({
        ...environment,
        // An answer in another tab still closes an open prompt.
        findClosed: async (survey, occasion) =>
          displays.turns().some((turn) => turn.display && turn.survey.id === survey.id)
            ? environment.findClosed(survey, occasion)
            : [],
      });
      return displays;
    },
  }),
  mutate<Displays>('nobody decides again after the host has thought', 'src/display/displays.ts', {
    createDisplays: (createDisplays) => (environment) => {
      const { state } = environment;
      /** Returns the same object for every respondent. */
      const respondent: Record<string, unknown> = {};
      return createDisplays({
        ...environment,
        state: {
          get respondent() {
            for (const name of Object.keys(respondent)) delete respondent[name];
            return Object.assign(respondent, state.respondent);
          },
          get context() {
            return state.context;
          },
          get consent() {
            return state.consent;
          },
        },
      });
    },
  }),
  mutate<Displays>('a survey whose turn has not come is forgotten', 'src/display/displays.ts', {
    createDisplays: (createDisplays) => (environment) => {
      const displays = createDisplays(environment);
      return { ...displays, show: (survey, occasion) => displays.show(survey, occasion) };
    },
  }),
  mutate<PrepareDisplay>('a response that was begun comes back for ever', 'src/display/prepareDisplay.ts', {
    prepareDisplay:
      (prepareDisplay) =>
      (...given) => ({ ...prepareDisplay(...given), isResumed: true }),
  }),
  mutate<PrepareDisplay>(
    'a survey that is answered in one tab stays open in another',
    'src/display/prepareDisplay.ts',
    {
      prepareDisplay:
        (prepareDisplay) =>
        (...given) => {
          const display = prepareDisplay(...given);
          return { ...display, close: (reason) => (reason === 'expired' ? undefined : display.close(reason)) };
        },
    },
  ),
];
