/** Explains in words why each survey is shown or not. This code is fetched on demand. */
import type { Explanation } from '../api/options.ts';
import { isHeld } from '../browser/isHeld.ts';
import { findObstacle } from '../browser/obstacle.ts';
import type { Gate, toGates, World } from '../core/rules/gates.ts';
import { toWords } from '../core/rules/gateWords.ts';
import { toLastCounted } from '../core/rules/opening.ts';
import { toTags } from '../core/rules/tags.ts';
import type { Clock, Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';
import { LOAD_DELAY_MS } from '../triggers/whenLoaded.ts';
import type { GovernanceEnvironment } from './governanceEnvironment.ts';
import type { PageTriggers } from './pageTriggers.ts';

/** The parts of the rules that the explanations read. */
export interface Known {
  readonly environment: GovernanceEnvironment;
  /** The valid surveys of the definition. */
  readonly surveys: readonly Survey[];
  /** Reads the facts about the page. */
  readonly toWorld: () => World;
  readonly toGates: typeof toGates;
  /** The last moment of each survey on this page. */
  readonly moments: ReadonlyMap<string, Moment>;
  /**
   * The triggers of the page. They are not started when the page has only the default rules; the first file then handles the trigger
   * `load`.
   */
  readonly triggers: Pick<PageTriggers, 'isStarted' | 'pending'>;
}

/** Returns when the trigger `load` fires or fired, in milliseconds since 1970; undefined while the page is loading. */
const toLoadMoment = (now: number): number | undefined => {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.loadEventEnd ? now + page.loadEventEnd + LOAD_DELAY_MS - performance.now() : undefined;
};

/** What is known at the time of the explanation. */
interface KnownNow extends Known {
  readonly world: World;
}

const toTriggerGate = ({ id, trigger = 'load' }: Survey, { moments, triggers, world }: KnownNow): Gate => {
  const moment = moments.get(id);
  const due = trigger === 'load' ? toLoadMoment(world.now) : undefined;
  const open = !!moment || (!triggers.isStarted() && due !== undefined && due <= world.now);
  const next = due !== undefined && due > world.now ? due : undefined;
  return {
    gate: 'trigger',
    open,
    value: moment?.cause ?? (open ? trigger : undefined),
    wanted: trigger,
    opensAt: open ? undefined : (triggers.pending(id) ?? next),
  };
};

/** Lists the gates of a valid survey. The value of a frequency cap's gate is the time of the event that the cap last counted. */
const toRuleGates = (survey: Survey, known: KnownNow): Gate[] => {
  const { world, moments } = known;
  const moment = moments.get(survey.id);
  const withValue = (gate: Gate): Gate => {
    if (gate.gate !== 'clock') return gate;
    return { ...gate, value: toLastCounted(gate.wanted as Clock, toTags(survey), world.summaries, moment?.subject) };
  };
  return [...known.toGates(survey, moment ?? {}, world).map(withValue), toTriggerGate(survey, known)];
};

/** Names an element for a developer: `div#cart.drawer`. */
const toSelector = ({ localName, id, classList }: Element): string =>
  `${localName}${id && `#${id}`}${[...classList].map((name) => `.${name}`).join('')}`;

/** Explains one survey, or all surveys of the definition, including invalid ones. */
export const toExplanations = async (surveyId: string | undefined, given: Known): Promise<Explanation[]> => {
  const { environment } = given;
  const { definition, displays, mode } = environment;
  // This is checked first, because this tab may take the lock meanwhile.
  const isHeldByAny = await isHeld();
  // All other facts are read in one task. The respondent may have changed meanwhile.
  const world = given.toWorld();
  const known = { ...given, world };
  const turns = displays.now()?.turns() ?? [];
  const active = turns.find(({ aside, start }) => !aside && !start);
  const current = active?.display && active.survey.id;
  const isHeldElsewhere = isHeldByAny && !current && !active?.release;
  const obstacle = findObstacle();
  const listed: readonly (Survey | undefined)[] = definition.given;
  const wanted = listed.filter((survey) => surveyId === undefined || survey?.id === surveyId);
  return wanted.map((survey): Explanation => {
    const valid = known.surveys.find((each) => each === survey);
    const isShown = current !== undefined && current === valid?.id;
    const gates: Gate[] = [
      { gate: 'definition', open: !!valid },
      { gate: 'mode', open: mode !== 'off', value: mode },
      ...(valid ? toRuleGates(valid, known) : []),
      { gate: 'turn', open: !current || isShown, value: current },
      { gate: 'tab', open: !isHeldElsewhere },
      { gate: 'page', open: !obstacle, value: typeof obstacle === 'object' ? toSelector(obstacle) : obstacle },
    ];
    return {
      survey: `${survey?.id}`,
      open: gates.every(({ open }) => open),
      shown: isShown,
      gates: gates.map((gate) => ({ ...gate, words: toWords(gate, world.now) })),
    };
  });
};
