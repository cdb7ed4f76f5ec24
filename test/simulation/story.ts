import { startListening } from './hostNoise.ts';
import type { Plan } from './plan.ts';
import { type Outcome, runWorld } from './runWorld.ts';

const LOCAL = { works: '', full: 'localStorage is full from the start', throws: 'localStorage throws from the start' };
const DURABLE = { works: '', slow: 'IndexedDB is slow from the start', refuses: 'there is no IndexedDB' };
const CONSENT = { granted: '', pending: 'consent is pending', memory: 'nothing may be kept on the device' };

/** Summarizes the settings of a simulated world in one line. */
const toSetting = (plan: Plan): string =>
  [
    `a request takes up to ${plan.latencyMs} ms`,
    CONSENT[plan.consent],
    plan.hasLock ? '' : 'there is no lock',
    LOCAL[plan.local],
    DURABLE[plan.durable],
    plan.bodyLimit < 65_536 ? `the collector takes ${plan.bodyLimit} characters at once` : '',
    plan.hearsAbort ? '' : 'the transport does not hear that it should stop',
    plan.ending === 'gone' ? 'in the end nobody comes back' : '',
  ]
    .filter((words) => words)
    .join('; ');

/** Prints the log of a simulated world, line by line. */
export const toStory = (plan: Plan, { lines, violations, events, requests }: Outcome): string => {
  const width = Math.max(...lines.map(({ who }) => who.length), 0);
  const told = lines.map(
    ({ at, who, words }) => `${(at / 1000).toFixed(3).padStart(11)} s  ${who.padEnd(width)}  ${words}`,
  );
  const verdict = violations.map(({ invariant, sentence }) => `VIOLATED  ${invariant}: ${sentence}`);
  return [
    `World ${plan.seed}: ${toSetting(plan)}.`,
    '',
    ...told,
    '',
    `${events} events, ${requests} requests.`,
    ...(verdict.length > 0 ? verdict : ['Every invariant holds.']),
  ].join('\n');
};

/** Runs a simulated world and returns its log. */
export const tellWorld = async (plan: Plan): Promise<{ story: string; failed: boolean }> => {
  const listening = startListening();
  const outcome = await runWorld(plan, true, listening.take);
  listening.stop();
  return { story: toStory(plan, outcome), failed: outcome.violations.length > 0 };
};
