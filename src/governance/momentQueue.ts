/** Considers showing the surveys whose triggers fired in the same task, in order of priority. */
import type { Gatekeeper } from '../core/rules/decision.ts';
import type { Memory } from '../memory/memory.ts';
import type { Moment } from '../triggers/moment.ts';
import { compareMoments } from './compareMoments.ts';
import type { GovernanceEnvironment } from './governanceEnvironment.ts';
import type { ReportDecision } from './more/decisionReports.ts';
import type { History } from './more/history.ts';

interface Sources {
  readonly memory: Memory;
  /** Resolves when the history on other devices has arrived. Undefined when that history is not requested. */
  readonly history: History | undefined;
  readonly gatekeeper: Gatekeeper;
  readonly reportDecision: ReportDecision | undefined;
}

export interface MomentQueue {
  add(moment: Moment): void;
  clear(): void;
}

export const createMomentQueue = (
  { show }: Pick<GovernanceEnvironment, 'show'>,
  { memory, history, gatekeeper, reportDecision }: Sources,
): MomentQueue => {
  let together: Moment[] = [];
  const consider = async () => {
    await history?.settled();
    const inOrder = together.sort((one, other) => compareMoments(one, other, memory.lastAskOf));
    together = [];
    for (const { survey, ...occasion } of inOrder) {
      const decision = gatekeeper.decide(survey, occasion);
      if (!decision.open) continue;
      reportDecision?.(survey, occasion, decision);
      show(survey, occasion);
    }
  };
  return {
    add(moment) {
      // The first moment schedules a task. Later moments of the current task are handled in that task too.
      if (together.push(moment) === 1) setTimeout(consider);
    },
    clear() {
      together = [];
    },
  };
};
