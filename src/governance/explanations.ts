/** Why a survey is shown or not, in words: fetched when somebody asks. */

import { isHeld } from '../browser/holdLock.ts';
import { isPresentable } from '../browser/whenPresentable.ts';
import { toLastAsk } from '../core/rules/frequency.ts';
import type { Gate, World } from '../core/rules/gates.ts';
import { toWords } from '../core/rules/gateWords.ts';
import { toTags } from '../core/rules/tags.ts';
import type { Explanation } from '../api/options.ts';
import type { Clock, Survey } from '../schema/index.ts';
import { LOAD_DELAY_MS } from '../triggers/afterLoad.ts';
import type { Moment } from '../triggers/moment.ts';

/** What the rules know. */
export interface Known {
  /** The surveys that are right. */
  surveys: readonly Survey[];
  mode: 'live' | 'preview' | 'test' | 'off';
  world: World;
  /** The gates that the definition and the respondent make. */
  gatesOf: (survey: Survey, moment: Moment | undefined) => Gate[];
  /** By survey, when its moment last came on this page. */
  moments: ReadonlyMap<string, Moment>;
  /** When a moment that waits will come. */
  pending: (surveyId: string) => number | undefined;
  /** Whether the rules listen for moments; without rules of its own a page does that without them. */
  started: boolean;
  /** The survey whose prompt is open. */
  current: string | undefined;
  /** Whether this tab is the one that may show a prompt. */
  holds: boolean;
}

/** When the moment of a page that has loaded comes, or came; nothing while it still loads. */
const toLoadMoment = (now: number): number | undefined => {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.loadEventEnd ? now + page.loadEventEnd + LOAD_DELAY_MS - performance.now() : undefined;
};

const toTrigger = ({ id, trigger = 'load' }: Survey, { moments, pending, started, world }: Known): Gate => {
  const moment = moments.get(id);
  const due = trigger === 'load' ? toLoadMoment(world.now) : undefined;
  const open = !!moment || (!started && !!due && due <= world.now);
  return {
    gate: 'trigger',
    open,
    value: moment?.cause ?? (open ? trigger : undefined),
    wanted: trigger,
    opensAt: open ? undefined : (pending(id) ?? (due && due > world.now ? due : undefined)),
  };
};

/** Explains surveys as the definition has them, wrong ones too. */
export const toExplanations = async (all: readonly (Survey | undefined)[], known: Known): Promise<Explanation[]> => {
  const { surveys, mode, world, current, moments, holds } = known;
  const inOtherTab = !current && !holds && (await isHeld());
  return all.map((survey): Explanation => {
    const right = surveys.find((each) => each === survey);
    const moment = right && moments.get(right.id);
    const gates: Gate[] = [
      { gate: 'definition', open: !!right },
      { gate: 'mode', open: mode !== 'off', value: mode },
      ...(right
        ? [
            ...known
              .gatesOf(right, moment)
              .map((gate) =>
                gate.gate === 'clock'
                  ? { ...gate, value: toLastAsk(gate.wanted as Clock, toTags(right), world.records, moment?.subject) }
                  : gate,
              ),
            toTrigger(right, known),
          ]
        : []),
      { gate: 'turn', open: !current || current === right?.id, value: current },
      { gate: 'tab', open: !inOtherTab },
      { gate: 'page', open: isPresentable() },
    ];
    return {
      survey: `${survey?.id}`,
      open: gates.every(({ open }) => open),
      shown: !!current && current === right?.id,
      gates: gates.map((gate) => ({ ...gate, words: toWords(gate, world.now) })),
    };
  });
};
