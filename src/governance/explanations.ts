/** Explains why each survey is shown or not, in words. Fetched when somebody asks. */
import type { Mode } from '../api/mode.ts';
import type { Explanation } from '../api/options.ts';
import { isHeld } from '../browser/holdLock.ts';
import { isPresentable } from '../browser/whenPresentable.ts';
import type { Gate, World } from '../core/rules/gates.ts';
import { toWords } from '../core/rules/gateWords.ts';
import { toLastCounted } from '../core/rules/opening.ts';
import { toTags } from '../core/rules/tags.ts';
import type { Clock, Survey } from '../schema/index.ts';
import { LOAD_DELAY_MS } from '../triggers/afterLoad.ts';
import type { Moment } from '../triggers/moment.ts';

/** What the rules know. */
export interface Known {
  /** The valid surveys. */
  readonly surveys: readonly Survey[];
  readonly mode: Mode;
  readonly world: World;
  /** Lists the gates that the rules know of a survey. */
  readonly gatesOf: (survey: Survey, moment: Moment | undefined) => readonly Gate[];
  /** The last moment of each survey on this page. */
  readonly moments: ReadonlyMap<string, Moment>;
  /** Returns when the next waiting moment of a survey comes. */
  readonly pending: (surveyId: string) => number | undefined;
  /** The rules listen for moments. A page without rules of its own listens without them. */
  readonly started: boolean;
  /** The id of the survey whose prompt is open. */
  readonly current: string | undefined;
  /** This tab has the lock that a prompt needs. */
  readonly holds: boolean;
}

/** Returns when the moment of the trigger `load` comes or came, milliseconds since 1970; undefined while the page loads. */
const toLoadMoment = (now: number): number | undefined => {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.loadEventEnd ? now + page.loadEventEnd + LOAD_DELAY_MS - performance.now() : undefined;
};

const toTriggerGate = ({ id, trigger = 'load' }: Survey, { moments, pending, started, world }: Known): Gate => {
  const moment = moments.get(id);
  const due = trigger === 'load' ? toLoadMoment(world.now) : undefined;
  const open = !!moment || (!started && due !== undefined && due <= world.now);
  const next = due !== undefined && due > world.now ? due : undefined;
  return {
    gate: 'trigger',
    open,
    value: moment?.cause ?? (open ? trigger : undefined),
    wanted: trigger,
    opensAt: open ? undefined : (pending(id) ?? next),
  };
};

/** Lists what the rules say of a valid survey. A clock's gate gets the time of what it last counted. */
const toRuleGates = (survey: Survey, known: Known): Gate[] => {
  const { world, moments } = known;
  const moment = moments.get(survey.id);
  const withValue = (gate: Gate): Gate => {
    if (gate.gate !== 'clock') return gate;
    return { ...gate, value: toLastCounted(gate.wanted as Clock, toTags(survey), world.summaries, moment?.subject) };
  };
  return [...known.gatesOf(survey, moment).map(withValue), toTriggerGate(survey, known)];
};

/** Explains surveys as the definition has them, invalid ones too. */
export const toExplanations = async (
  surveys: readonly (Survey | undefined)[],
  known: Known,
): Promise<Explanation[]> => {
  const { mode, world, current, holds } = known;
  const isHeldElsewhere = !current && !holds && (await isHeld());
  return surveys.map((survey): Explanation => {
    const valid = known.surveys.find((each) => each === survey);
    const isShown = current !== undefined && current === valid?.id;
    const gates: Gate[] = [
      { gate: 'definition', open: !!valid },
      { gate: 'mode', open: mode !== 'off', value: mode },
      ...(valid ? toRuleGates(valid, known) : []),
      { gate: 'turn', open: !current || isShown, value: current },
      { gate: 'tab', open: !isHeldElsewhere },
      { gate: 'page', open: isPresentable() },
    ];
    return {
      survey: `${survey?.id}`,
      open: gates.every(({ open }) => open),
      shown: isShown,
      gates: gates.map((gate) => ({ ...gate, words: toWords(gate, world.now) })),
    };
  });
};
